import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { analyticsCases, openEngines } from '../../bench/analytics-bench.ts';
import { duckDbDisagreements, mongoDbDisagreements, nameOf } from '../../bench/measure/bench-case.ts';
import { differences } from '../../bench/measure/differences.ts';
import { type BenchStore, openStoreAt } from '../../bench/stored/bench-store.ts';
import { connect, signUp } from '../../bench/stored/tenant.ts';
import { benchWorld } from '../../bench/world/made-issue.ts';
import { endOfKnowledge } from '../../server/analytics/flow-view/end-of-knowledge.ts';
import { databaseIn } from '../support/database-in.ts';

const world = benchWorld(1_500);
let opened: BenchStore;
let engines: Awaited<ReturnType<typeof openEngines>>;
beforeAll(async () => {
  opened = await openStoreAt(databaseIn(inject('mongodbUri'), 'bench-references'));
  await opened.database.dropDatabase();
  await connect(opened.store, await signUp(opened.store, 'bob'), { ...benchWorld(300), seed: 7 });
  const alice = await signUp(opened.store, 'alice');
  await connect(opened.store, alice, world);
  engines = await openEngines(opened, alice, () => undefined);
});
afterAll(async () => {
  await engines?.close();
  await opened?.database.dropDatabase();
  await opened?.close();
});

const cases = analyticsCases(endOfKnowledge(new Date(world.asOf * 1000))).map((each) => [nameOf(each), each] as const);

describe('What a field is measured against answers the same question', () => {
  it.each(cases)('in SQL: %s.', async (_name, each) => {
    expect(await duckDbDisagreements(engines, each)).toEqual([]);
  });

  it.each(cases)('as a pipeline over what is stored: %s.', async (_name, each) => {
    expect(await mongoDbDisagreements(engines, each)).toEqual([]);
  });

  it('which can be told only where npm has DuckDB for this platform.', ({ skip }) => {
    skip(engines.duckDb === null, 'npm has no DuckDB for this platform');
    expect(engines.duckDb).not.toBeNull();
  });
});

describe('Two answers differ', () => {
  const ours = {
    n: 3,
    stages: [
      ['Build', 1.5],
      ['Test', 2],
    ],
    extra: 1,
  };

  it('where a figure that both name is another one.', () => {
    expect(
      differences(ours, {
        n: 3,
        stages: [
          ['Build', 1.5],
          ['Test', 2.001],
        ],
      }),
    ).toEqual(['stages[1][1] is 2 here and 2.001 there']);
    expect(differences(ours, { stages: [['Build', 1.5]] })).toEqual(['stages has 2 values here and 1 there']);
    expect(differences(ours, { n: null, missing: 1 })).toHaveLength(2);
  });

  it('and not in the last digits of a sum, or in what only one of them tells.', () => {
    expect(
      differences(ours, {
        stages: [
          ['Build', 1.5 + 1e-12],
          ['Test', 2],
        ],
      }),
    ).toEqual([]);
  });
});
