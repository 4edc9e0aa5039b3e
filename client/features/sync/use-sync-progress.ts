import { useEffect } from 'react';
import { useClient, useSubscription } from 'urql';
import type { SyncState } from '../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { useLiveConnected } from '../api/ApiProvider.tsx';
import { isActive } from './sync-words.ts';
import { useChangePulse } from './use-change-pulse.ts';

export const syncRunFragment = graphql(`
  fragment SyncProgress_run on SyncRun {
    id
    mode
    trigger
    state
    phase
    startedAt
    finishedAt
    issuesDone
    issuesTotal
    issuesChanged
    issuesRemoved
    requests
    retries
    faults {
      kind
      count
    }
    waitingUntil
    etaSeconds
    quarantined {
      key
      reason
    }
    error
  }
`);

/** What has to be known of sync on every page, and what its cards show of the run that is open or was last. */
export const syncPulseFragment = graphql(`
  fragment SyncPulse_connection on JiraConnection {
    status
    syncStatus {
      state
      lastSuccessAt
      nextRunAt
      changedAt
      currentRun {
        ...SyncProgress_run
      }
    }
    syncHistory(first: 1) {
      nodes {
        ...SyncProgress_run
      }
    }
  }
`);

const progressSubscription = graphql(`
  subscription SyncProgress {
    syncProgress {
      ...SyncProgress_run
    }
  }
`);

const pulseQuery = graphql(`
  query SyncPulse {
    viewer {
      id
      jiraConnection {
        id
        ...SyncPulse_connection
      }
    }
  }
`);

const pollMilliseconds = 2_000;
/** A connected stream can still be silent (a proxy that buffers), so a running sync is asked after now and then. */
const safetyMilliseconds = 15_000;
/** Without events a sync that starts by itself is noticed this late. */
const idleMilliseconds = 30_000;

const goesOn = (state: SyncState): boolean => state === 'QUEUED' || state === 'RUNNING' || state === 'WAITING_FOR_JIRA';

/**
 * Keeps the cache's sync runs current: by events, or by asking every 2 s of a run while none arrive. Returns how fresh
 * the facts are, as a text that is another one whenever something else is stored and whenever a run has succeeded.
 */
export function useSyncProgress(masked: FragmentType<typeof syncPulseFragment> | null): string {
  const connected = masked !== null;
  useSubscription({ query: progressSubscription, pause: !connected });
  useChangePulse(connected);
  const live = useLiveConnected();
  const client = useClient();
  const status = readFragment(syncPulseFragment, masked)?.syncStatus;
  const run = readFragment(syncRunFragment, status?.currentRun);
  const running = (run != null && isActive(run.state)) || (status !== undefined && goesOn(status.state));

  useEffect(() => {
    if (!connected || (live && !running)) return;
    const unheard = running ? pollMilliseconds : idleMilliseconds;
    const pause = live ? safetyMilliseconds : unheard;
    const ask = () => client.query(pulseQuery, {}, { requestPolicy: 'network-only' }).toPromise();
    const timer = setInterval(() => void ask(), pause);
    return () => clearInterval(timer);
  }, [connected, running, live, client]);

  return `${status?.changedAt ?? 'nothing'} ${status?.lastSuccessAt ?? 'never'}`;
}
