import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { writeFlow } from '../../server/analytics/flow-table/write-flow.ts';
import { defaultStages } from '../../server/sync/default-stages.ts';
import type { RandomWorld } from './random-world.ts';
import { consentToSite, readAll, sandboxOAuth, sourceOfSite } from './read-site.ts';

/** A site of the sandbox as everybody gets it: read by the connector, in the stages that a first sync guesses. */
export async function sandboxWorld(site: string, at: number): Promise<RandomWorld> {
  const sandbox = await startSandbox({ port: 0, clock: () => at });
  try {
    const { grant } = await consentToSite(sandbox, site);
    const [connected] = await sandboxOAuth(sandbox).sites(grant.accessToken);
    const source = sourceOfSite(sandbox, grant.accessToken, connected?.cloudId ?? '');
    const { issues, histories } = await readAll(source);
    const { projects, statuses } = await source.catalog(new AbortController().signal);
    const biographies = [...issues.values()].map((issue) => ({ issue, history: histories.get(issue.id) ?? [] }));
    const stages = defaultStages(statuses, [writeFlow(null, biographies)], []);
    return { biographies, stages, statuses, projects, teams: [], asOf: Math.floor(at / 1000) };
  } finally {
    await sandbox.close();
  }
}
