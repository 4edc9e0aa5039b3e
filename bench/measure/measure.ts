import {
  askOurs,
  type BenchCase,
  duckDbDisagreements,
  type Engines,
  type Measured,
  mongoDbDisagreements,
  nameOf,
} from './bench-case.ts';

/** Rounds of each case; what else the machine does is spread over all of them. */
export const rounds = 9;
/** Pipelines take seconds, and are compared by their best. */
export const pipelineRuns = 2;
/** Answers before it counts: the code is compiled and what follows from the view is kept. */
const warmUps = 5;

/**
 * Checks that all agree on every case, then asks them in turns: in each round each case once of us and at once of DuckDB,
 * so that both meet the same noise.
 */
export async function measure(
  engines: Engines,
  cases: readonly BenchCase[],
  progress: (line: string) => void,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const each of cases) {
    const name = nameOf(each);
    const found = [...(await duckDbDisagreements(engines, each)), ...(await mongoDbDisagreements(engines, each))];
    measured.push({
      name,
      cpuMs: [],
      duckDbMs: [],
      mongoDbMs: [],
      commands: 0,
      commandsForIssues: each.field.commandsForIssues ?? 0,
      differences: found,
    });
    progress(`${name}: ${found.length === 0 ? 'all agree' : found.join('; ')}`);
    for (let run = 0; run < warmUps; run += 1) await askOurs(engines, each);
  }
  for (let round = 0; round < rounds; round += 1) {
    progress(`round ${round + 1} of ${rounds}`);
    for (const [index, each] of cases.entries()) {
      const of = measured[index];
      if (of) await measureOnce(engines, each, of, round < pipelineRuns);
    }
  }
  return measured;
}

async function measureOnce(engines: Engines, each: BenchCase, of: Measured, withPipeline: boolean): Promise<void> {
  const { field, window } = each;
  const { cpuMs, commands } = await askOurs(engines, each);
  of.cpuMs.push(cpuMs);
  of.commands = Math.max(of.commands, commands);
  if (field.sql && engines.duckDb) {
    const { cpuMs: theirs } = await engines.duckDb.ask(field.sql.statements(window));
    of.duckDbMs.push(theirs);
  }
  if (field.pipeline && withPipeline) {
    const { wallMs } = await engines.pipelines.ask(field.pipeline, window);
    of.mongoDbMs.push(wallMs);
  }
}
