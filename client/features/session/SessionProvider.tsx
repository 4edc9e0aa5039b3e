import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react';
import type { SessionKeeper, SessionSnapshot } from './session-keeper.ts';

const SessionContext = createContext<SessionKeeper | null>(null);

/** Makes the keeper known to the tree and asks once whether somebody is signed in. */
export function SessionProvider({ keeper, children }: { keeper: SessionKeeper; children: ReactNode }) {
  useEffect(() => {
    if (keeper.snapshot().status === 'starting') void keeper.start();
  }, [keeper]);
  return <SessionContext value={keeper}>{children}</SessionContext>;
}

export function useSessionKeeper(): SessionKeeper {
  const keeper = useContext(SessionContext);
  if (!keeper) throw new Error('A SessionProvider has to be above this component.');
  return keeper;
}

export function useSession(): SessionSnapshot {
  const keeper = useSessionKeeper();
  return useSyncExternalStore(keeper.subscribe, keeper.snapshot);
}
