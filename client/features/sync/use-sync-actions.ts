import { useState } from 'react';
import { toast } from 'sonner';
import { useMutation } from 'urql';
import type { SyncMode } from '../../gql/graphql.ts';
import { graphql } from '../../gql/index.ts';
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

/** Starting and cancelling a sync; what the server refuses is shown as a toast in its words. */
export function useSyncActions() {
  const [, startSync] = useMutation(startMutation);
  const [, cancelSync] = useMutation(cancelMutation);
  const [busy, setBusy] = useState(false);

  async function start(mode: SyncMode) {
    setBusy(true);
    const result = await startSync({ input: { mode } });
    setBusy(false);
    const problem = result.data?.startSync.userErrors[0]?.message ?? (result.error && failureWords(result.error));
    if (problem) toast.error('The sync did not start', { description: problem });
  }

  async function cancel(runId: string) {
    setBusy(true);
    const result = await cancelSync({ runId });
    setBusy(false);
    const problem = result.data?.cancelSync.userErrors[0]?.message ?? (result.error && failureWords(result.error));
    if (problem) toast.error('The sync was not cancelled', { description: problem });
  }

  return { busy, start, cancel };
}
