import { Button } from '../../ui/Button.tsx';

interface StopButtonProps {
  runId: string;
  /** The run that was asked to stop. */
  stopping: string | null;
  onStop: (runId: string) => void;
}

/** Ends an open run; what it has read stays. Busy until the run has ended, and then gone with it. */
export function StopButton({ runId, stopping, onStop }: StopButtonProps) {
  return (
    <Button
      size="small"
      aria-label={stopping === runId ? undefined : 'Stop the sync'}
      busy={stopping === runId && 'Stopping…'}
      onClick={() => onStop(runId)}
    >
      Stop
    </Button>
  );
}
