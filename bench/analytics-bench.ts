import type { JiraConnection } from '../server/domain/jira-connection.ts';
import { connectedId } from '../server/graphql/shared/node-id.ts';
import type { BenchCase, Engines, Measured } from './measure/bench-case.ts';
import { measure } from './measure/measure.ts';
import { allFields } from './questions/all-fields.ts';
import type { BenchNames } from './questions/bench-field.ts';
import { benchWindow } from './questions/bench-window.ts';
import { openDuckDb } from './reference/duckdb.ts';
import { openPipelines } from './reference/mongodb.ts';
import { viewOf } from './reference/view-of.ts';
import { createAsker } from './stored/asker.ts';
import type { BenchStore } from './stored/bench-store.ts';
import type { Tenant } from './stored/tenant.ts';

const windowDays = [90, 365];

/** Every field whose name holds `part`, for every window that it takes. */
export function analyticsCases(asOf: number, part = ''): BenchCase[] {
  const fields = allFields.filter(({ name }) => name.includes(part));
  return fields.flatMap((field) =>
    (field.takesWindow ? windowDays : windowDays.slice(0, 1)).map((days) => ({
      field,
      window: benchWindow(days, asOf),
    })),
  );
}

/** The analytics and investigation fields, and what they are measured against, over one tenant's data. */
export async function openEngines(
  { store, commandCount, database }: BenchStore,
  { session }: Tenant,
  log: (line: string) => void,
): Promise<Engines & { close(): Promise<void> }> {
  const reader = await store.bindRepository(session).jiraConnection();
  if (!reader) throw new Error('nothing is connected');
  const duckDb = await openDuckDb(await viewOf(reader), log);
  const asker = await createAsker(store, session);
  return {
    asker,
    names: namesOf(reader.connection),
    commandCount,
    duckDb,
    pipelines: openPipelines(database, session, reader.connection),
    async close() {
      duckDb?.close();
      await asker.close();
    },
  };
}

function namesOf({ id, stages }: JiraConnection): BenchNames {
  return {
    stageId(name) {
      const stage = stages.find((candidate) => candidate.name === name);
      if (!stage) throw new Error(`there is no stage ${name}`);
      return connectedId('Stage', id, stage.id);
    },
  };
}

/** Measures them all. */
export async function benchAnalytics(
  store: BenchStore,
  tenant: Tenant,
  cases: readonly BenchCase[],
  log: (line: string) => void,
): Promise<Measured[]> {
  const engines = await openEngines(store, tenant, log);
  try {
    return await measure(engines, cases, log);
  } finally {
    await engines.close();
  }
}
