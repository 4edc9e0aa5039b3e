import { lazy, type ReactNode, Suspense } from 'react';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../../ui/Button.tsx';
import { FormatProvider } from '../../ui/FormatProvider.tsx';
import { failureWords } from '../api/failure-words.ts';
import { NoConnectionState } from '../connection/NoConnectionState.tsx';
import { ReconnectBanner } from '../connection/ReconnectBanner.tsx';
import { useSession, useSessionKeeper } from '../session/SessionProvider.tsx';
import { FreshnessContext } from '../sync/freshness.ts';
import { SyncBadge } from '../sync/SyncBadge.tsx';
import { useSyncProgress } from '../sync/use-sync-progress.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { AppFrame } from './AppFrame.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';
import { StartUp } from './StartUp.tsx';
import type { ConnectionStage, ShellKnowledge } from './shell-context.ts';
import { shellQuery } from './shell-query.ts';

const SiteChoice = lazy(() =>
  import('../connection/SiteChoice.tsx').then((module) => ({ default: module.SiteChoice })),
);

/** Pages that make sense without a Jira connection. Everything else shows the card that asks for one. */
const withoutConnection = ['/settings', '/playground', '/connect/jira/callback'];

/** Lets in who is signed in, and asks for a Jira connection before anything of the product is shown. */
export function Shell() {
  const { status, deleted } = useSession();
  const keeper = useSessionKeeper();
  const location = useLocation();
  if (status === 'starting') return <StartUp />;
  if (status === 'unreachable') {
    return (
      <main className="mx-auto flex min-h-dvh max-w-md flex-col items-center justify-center gap-4 p-6 text-center">
        <title>Server not reachable · Quantum Sprout</title>
        <h1 className="text-xl font-semibold">The server does not answer</h1>
        <p className="text-ink-soft">You are still signed in. Check your connection, then try again.</p>
        <Button look="primary" onClick={() => void keeper.start()}>
          Try again
        </Button>
      </main>
    );
  }
  if (status === 'signed-out') {
    if (deleted) return <Navigate to="/sign-up" replace />;
    // OAuth's code and state must not survive in a link; the callback page removes them itself when somebody is signed in.
    const returnTo = location.pathname === '/connect/jira/callback' ? '/' : `${location.pathname}${location.search}`;
    return <Navigate to="/sign-in" replace state={{ returnTo }} />;
  }
  return <SignedInShell />;
}

function stageOf(status: string | undefined): ConnectionStage {
  if (status === undefined || status === 'DISCONNECTING') return 'none';
  return status === 'CHOOSING_SITE' ? 'choosing' : 'connected';
}

function SignedInShell() {
  const { pathname } = useLocation();
  const [shell, reload] = useQuery({ query: shellQuery });
  const viewer = shell.data?.viewer;
  const connection = viewer?.jiraConnection ?? null;
  const stage = stageOf(connection?.status);
  const freshness = useSyncProgress(stage === 'connected' ? connection : null);

  // A failure inside the connection answers null for all of it, which does not say that none is connected.
  const isUnsure = connection === null && (shell.error?.graphQLErrors.length ?? 0) > 0;
  if (!viewer || isUnsure) {
    if (!shell.error) return <StartUp />;
    return (
      <main className="mx-auto flex min-h-dvh max-w-md flex-col items-center justify-center gap-4 p-6 text-center">
        <p role="alert">{failureWords(shell.error)}</p>
        <Button onClick={() => reload({ requestPolicy: 'network-only' })}>Try again</Button>
      </main>
    );
  }
  const allowed = stage === 'connected' || withoutConnection.includes(pathname);
  const known: ShellKnowledge = { stage, viewerId: viewer.id };
  let content: ReactNode = <Outlet context={known} />;
  if (!allowed) content = stage === 'choosing' ? <SiteChoice /> : <NoConnectionState />;
  return (
    <FormatProvider locale={viewer.settings.locale} timeZone={viewer.settings.timeZone}>
      <AppFrame
        nav={stage === 'connected'}
        account={<AccountMenu viewer={viewer} />}
        sync={connection && stage === 'connected' ? <SyncBadge connection={connection} /> : null}
        banners={
          <>
            <OfflineBanner failed={shell.error !== undefined} />
            {connection && stage === 'connected' && <ReconnectBanner connection={connection} />}
          </>
        }
      >
        <FreshnessContext value={freshness}>
          <Suspense fallback={null}>{content}</Suspense>
        </FreshnessContext>
      </AppFrame>
      <ScrollRestoration />
    </FormatProvider>
  );
}
