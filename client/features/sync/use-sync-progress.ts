import { useEffect, useState } from 'react';
import { useQuery, useSubscription } from 'urql';
import type { SyncState } from '../../gql/graphql.ts';
import { graphql, readFragment } from '../../gql/index.ts';
import { useLiveConnected } from '../api/ApiProvider.tsx';
import { isActive } from './sync-words.ts';

export const syncRunFragment = graphql(`
  fragment SyncProgress_run on SyncRun {
    id
    mode
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
    waitingUntil
    etaSeconds
    quarantined {
      key
      reason
    }
    error
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
        syncStatus {
          state
          lastSuccessAt
          nextRunAt
          issueCount
          currentRun {
            ...SyncProgress_run
          }
        }
      }
    }
  }
`);

const pollMilliseconds = 2_000;
/** What the first sync has brought so far is shown this often. */
const growMilliseconds = 2_000;
/** A connected stream can still be silent (a proxy that buffers), so a running sync is asked after now and then. */
const safetyMilliseconds = 15_000;
/** Without events a sync that starts by itself is noticed this late. */
const idleMilliseconds = 30_000;

const goesOn = (state: SyncState | undefined): boolean =>
  state === 'QUEUED' || state === 'RUNNING' || state === 'WAITING_FOR_JIRA';

/**
 * Keeps the cache's sync runs current: by events, or by asking every 2 s of a run while none arrive. Returns how fresh
 * the facts are, as a text that changes when a run succeeds and, before the first success, every 2 s while it reads.
 */
export function useSyncProgress(connected: boolean): string {
  useSubscription({ query: progressSubscription, pause: !connected });
  const live = useLiveConnected();
  const [pulse, ask] = useQuery({ query: pulseQuery, pause: !connected, requestPolicy: 'cache-first' });
  const status = pulse.data?.viewer.jiraConnection?.syncStatus;
  const run = readFragment(syncRunFragment, status?.currentRun);
  const running = (run !== null && run !== undefined && isActive(run.state)) || goesOn(status?.state);

  useEffect(() => {
    if (!connected || (live && !running)) return;
    const unheard = running ? pollMilliseconds : idleMilliseconds;
    const pause = live ? safetyMilliseconds : unheard;
    const timer = setInterval(() => ask({ requestPolicy: 'network-only' }), pause);
    return () => clearInterval(timer);
  }, [connected, running, live, ask]);

  const growing = connected && running && !status?.lastSuccessAt;
  const beat = useBeat(growing);
  return status?.lastSuccessAt ?? `${run?.phase ?? ''} ${beat}`;
}

/** Counts up every 2 s while it is wanted and somebody looks. */
function useBeat(wanted: boolean): number {
  const [beat, setBeat] = useState(0);
  useEffect(() => {
    if (!wanted) return;
    const timer = setInterval(() => document.hidden || setBeat((count) => count + 1), growMilliseconds);
    return () => clearInterval(timer);
  }, [wanted]);
  return beat;
}
