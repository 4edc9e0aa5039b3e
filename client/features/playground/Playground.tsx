import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { useTheme } from '../../ui/theme.ts';
import { waitFor } from '../api/wait-for.ts';
import { useSessionKeeper } from '../session/SessionProvider.tsx';
import { exampleQueries } from './example-queries.ts';
import { createPlaygroundFetcher } from './playground-fetcher.ts';
import { playgroundStorage } from './playground-storage.ts';
import { useTabRoles } from './use-tab-roles.ts';

/** GraphiQL on this origin, signed in as the viewer. */
export function Playground({ viewerId }: { viewerId: string }) {
  const keeper = useSessionKeeper();
  const theme = useTheme().shown;
  const fetcher = useMemo(
    () =>
      createPlaygroundFetcher({
        fetch: (input, init) => fetch(input, init),
        wait: waitFor,
        random: Math.random,
        token: () => keeper.freshToken(viewerId),
        renew: () => keeper.refresh(),
      }),
    [keeper, viewerId],
  );
  const storage = useMemo(() => playgroundStorage(localStorage, viewerId), [viewerId]);
  // GraphiQL reads its tabs from storage once, so starting over needs a new one.
  const [run, setRun] = useState(0);
  function startOver() {
    storage.clear();
    setRun(run + 1);
  }
  return (
    <>
      <PageTitle title="Playground">
        <div className="flex flex-wrap items-center gap-3 text-ink-muted">
          Ask the API yourself. You are signed in; the tabs hold examples to start from.
          <Button size="small" onClick={startOver}>
            Start over with the examples
          </Button>
        </div>
      </PageTitle>
      <Frame>
        <GraphiQL
          key={run}
          fetcher={fetcher}
          storage={storage}
          forcedTheme={theme}
          defaultTabs={exampleQueries.map((example) => ({
            query: example.query,
            variables: example.variables ?? null,
          }))}
          defaultEditorToolsVisibility="variables"
          isHeadersEditorEnabled={false}
        >
          <GraphiQL.Logo>
            <span className="sr-only">GraphiQL</span>
          </GraphiQL.Logo>
        </GraphiQL>
      </Frame>
    </>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useTabRoles(place);
  return (
    <div
      ref={place}
      className="playground h-[calc(100dvh-10rem)] min-h-120 overflow-hidden rounded-lg border border-line"
    >
      {children}
    </div>
  );
}
