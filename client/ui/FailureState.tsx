import { Button } from './Button.tsx';

/** In the place of what could not be loaded: why, and a way to try again. */
export function FailureState({ words, onRetry }: { words: string; onRetry?: () => void }) {
  return (
    <div
      role="alert"
      className="flex flex-col items-center gap-3 rounded-lg border border-danger/40 bg-surface px-6 py-10 text-center"
    >
      <p className="max-w-prose">{words}</p>
      {onRetry && <Button onClick={onRetry}>Try again</Button>}
    </div>
  );
}
