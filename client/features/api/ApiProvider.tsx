import { createContext, Fragment, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { Provider } from 'urql';
import { useSession, useSessionKeeper } from '../session/SessionProvider.tsx';
import { createLiveLink, type LiveLink } from './live-link.ts';
import { makeClient } from './make-client.ts';

const LiveContext = createContext<LiveLink | null>(null);

/** A new client, and a new tree below it, for every viewer and every Jira connection: no answer outlives its owner. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const keeper = useSessionKeeper();
  const { viewerId, epoch } = useSession();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a risen epoch asks for a new client though nothing else changed
  const made = useMemo(() => {
    const live = createLiveLink();
    return { live, client: makeClient(keeper, viewerId, live) };
  }, [keeper, viewerId, epoch]);
  return (
    <Provider value={made.client}>
      <LiveContext value={made.live}>
        <Fragment key={`${viewerId}/${epoch}`}>{children}</Fragment>
      </LiveContext>
    </Provider>
  );
}

/** Whether the subscription's events are arriving. */
export function useLiveConnected(): boolean {
  const live = useContext(LiveContext);
  if (!live) throw new Error('An ApiProvider has to be above this component.');
  return useSyncExternalStore(live.subscribe, live.isConnected);
}
