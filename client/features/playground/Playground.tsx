import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { useMemo } from 'react';
import { useTheme } from '../../ui/theme.ts';
import { waitFor } from '../api/wait-for.ts';
import { useSessionKeeper } from '../session/SessionContext.tsx';
import { exampleQueries } from './example-queries.ts';
import { createPlaygroundFetcher } from './playground-fetcher.ts';
import { playgroundStorage } from './playground-storage.ts';

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
      }),
    [keeper, viewerId],
  );
  const storage = useMemo(() => playgroundStorage(localStorage, viewerId), [viewerId]);
  return (
    <GraphiQL
      fetcher={fetcher}
      storage={storage}
      forcedTheme={theme}
      defaultTabs={exampleQueries.map((example) => ({ query: example.query, variables: example.variables ?? null }))}
      defaultEditorToolsVisibility="variables"
      isHeadersEditorEnabled={false}
    />
  );
}
