import { Playground } from '../features/playground/Playground.tsx';
import { useShell } from '../features/shell/shell-context.ts';
import { PageTitle } from '../ui/PageTitle.tsx';

export function PlaygroundPage() {
  const { viewerId } = useShell();
  return (
    <>
      <PageTitle title="Playground">
        <p className="text-ink-muted">Ask the API yourself. You are signed in; the tabs hold examples to start from.</p>
      </PageTitle>
      <div className="h-[calc(100dvh-10rem)] min-h-120 overflow-hidden rounded-lg border border-line">
        <Playground viewerId={viewerId} />
      </div>
    </>
  );
}
