import type { SyncMode } from '../../../gql/graphql.ts';
import { Button } from '../../../ui/Button.tsx';
import { StopButton } from '../../sync/StopButton.tsx';
import { useSyncActions } from '../../sync/use-sync-actions.ts';
import { ReadEverythingButton } from './ReadEverythingButton.tsx';

interface SyncButtonsProps {
  /** The open run. */
  runId: string | null;
  /** What the run that failed last had set out to do. */
  failedMode: SyncMode | null;
  /** Before the first success there is nothing to compare with. */
  everSynced: boolean;
  issueCount: number;
}

/** What can be asked of sync at the moment: to stop, or to begin in one of three ways. */
export function SyncButtons({ runId, failedMode, everSynced, issueCount }: SyncButtonsProps) {
  const { starting, stopping, start, stop } = useSyncActions();
  if (runId) return <StopButton runId={runId} stopping={stopping} onStop={(id) => void stop(id)} />;
  if (!everSynced) {
    return (
      <Button look="primary" size="small" busy={starting !== null && 'Starting…'} onClick={() => void start('FULL')}>
        {failedMode ? 'Try again' : 'Start the sync'}
      </Button>
    );
  }
  const choices: readonly (readonly [mode: SyncMode, words: string])[] = [
    ...asked.filter(([mode]) => mode !== failedMode),
    ...(failedMode ? [[failedMode, 'Try again'] as const] : []),
  ];
  const isBlocked = (mode: SyncMode): boolean => starting !== null && starting !== mode;
  return (
    <>
      <ReadEverythingButton
        issueCount={issueCount}
        busy={starting === 'FULL'}
        disabled={isBlocked('FULL')}
        onConfirm={() => start('FULL')}
      />
      {choices.map(([mode, words], index) => (
        <Button
          key={mode}
          look={index === choices.length - 1 ? 'primary' : 'secondary'}
          size="small"
          disabled={isBlocked(mode)}
          busy={starting === mode && 'Starting…'}
          onClick={() => void start(mode)}
        >
          {words}
        </Button>
      ))}
    </>
  );
}

/** In the order of the buttons; the last one is the one that is meant for every day. */
const asked: readonly (readonly [mode: SyncMode, words: string])[] = [
  ['RECONCILE', 'Compare every issue'],
  ['INCREMENTAL', 'Sync now'],
];
