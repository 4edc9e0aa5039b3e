import { useState } from 'react';
import { useMutation } from 'urql';
import type { SyncMode } from '../../gql/graphql.ts';
import { graphql } from '../../gql/index.ts';
import { toast } from '../../ui/toast.ts';
import { failureWords } from '../api/failure-words.ts';

const startMutation = graphql(`
  mutation StartSync($input: StartSyncInput) {
    startSync(input: $input) {
      run {
        ...SyncProgress_run
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const cancelMutation = graphql(`
  mutation CancelSync($runId: ID!) {
    cancelSync(runId: $runId) {
      run {
        ...SyncProgress_run
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** Starting and stopping a sync; what the server refuses is shown as a toast in its words. */
export function useSyncActions() {
  const [, startSync] = useMutation(startMutation);
  const [, cancelSync] = useMutation(cancelMutation);
  const [starting, setStarting] = useState<SyncMode | null>(null);
  const [stopping, setStopping] = useState<string | null>(null);

  /** Whether the run was accepted. */
  async function start(mode: SyncMode): Promise<boolean> {
    setStarting(mode);
    const result = await startSync({ input: { mode } });
    setStarting(null);
    const problem = result.data?.startSync.userErrors[0]?.message ?? (result.error && failureWords(result.error));
    if (problem) toast.error('The sync did not start', { description: problem });
    return !problem;
  }

  async function stop(runId: string): Promise<void> {
    setStopping(runId);
    const result = await cancelSync({ runId });
    const problem = result.data?.cancelSync.userErrors[0]?.message ?? (result.error && failureWords(result.error));
    if (!problem) return;
    setStopping(null);
    toast.error('The sync was not stopped', { description: problem });
  }

  return {
    /** The kind of run that is being asked for. */
    starting,
    /** The run that was asked to stop: it takes a few seconds until it does. */
    stopping,
    start,
    stop,
  };
}
