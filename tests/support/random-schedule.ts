import * as fc from 'fast-check';
import type { FaultPlanInput } from '../../sandbox/faults/fault-plan.ts';

const deeds = [
  ...['transition', 'transition', 'transition', 'assign', 'label', 'flag', 'comment', 'move', 'add', 'delete'],
  ...['archive', 'unarchive', 'archive project', 'unarchive project'],
] as const;

/** Something that somebody does at the source. `issue` and `value` pick from what is there. */
export interface Act {
  readonly deed: (typeof deeds)[number];
  readonly issue: number;
  readonly value: number;
  /** The date it bears is as much earlier: the index notices some changes later than others. */
  readonly lateSeconds: number;
  /** Whether Jira tells of it by a webhook. */
  readonly heard: boolean;
}

/** What happens next: an act, time that passes, or a run of sync, with what goes wrong and is done during it. */
export type Step =
  | { readonly kind: 'act'; readonly act: Act }
  | { readonly kind: 'pass'; readonly seconds: number }
  | {
      readonly kind: 'run';
      readonly mode: 'FULL' | 'INCREMENTAL' | 'RECONCILE';
      readonly trouble: FaultPlanInput;
      readonly meanwhile: readonly { readonly beforeRequest: number; readonly act: Act }[];
    };

const act: fc.Arbitrary<Act> = fc.record({
  deed: fc.constantFrom<Act['deed'][]>(...(deeds as readonly Act['deed'][])),
  issue: fc.nat(99),
  value: fc.nat(9),
  lateSeconds: fc.oneof(fc.constant(0), fc.nat(60)),
  heard: fc.constantFrom(false, false, true),
});

/** Whatever pages can do to a client, and nothing that makes an answer look whole when it is not. */
const paging = fc.record(
  {
    shortPages: fc.integer({ min: 1, max: 7 }),
    duplicates: fc.integer({ min: 1, max: 5 }),
    reorder: fc.nat(99),
    emptyPages: fc.integer({ min: 2, max: 4 }),
    repeatToken: fc.record({ page: fc.integer({ min: 2, max: 4 }) }),
    lyingIsLast: fc.constant(true),
    expirePageTokens: fc.integer({ min: 1, max: 4 }),
    silentOmissions: fc.constantFrom(0.3, 1),
  },
  { requiredKeys: [] },
);

const mishap = fc.record({
  path: fc.constantFrom(
    'search/jql',
    'changelog',
    'issue/bulkfetch',
    'api/3/issue/',
    'api/3/(field|status|project)',
    '',
  ),
  times: fc.integer({ min: 1, max: 5 }),
  effect: fc.oneof(
    fc.constant({ kind: 'lose' as const }),
    fc.constant({ kind: 'cut' as const }),
    fc.record({
      kind: fc.constant('refuse' as const),
      status: fc.constantFrom(429, 500, 503),
      retryAfter: fc.constantFrom(1, 30, 3_000),
    }),
    fc.constant({ kind: 'refuse' as const, status: 503, html: true }),
    fc.constant({ kind: 'refuse' as const, status: 429 }),
  ),
});

const trouble: fc.Arbitrary<FaultPlanInput> = fc.record(
  {
    indexLagSeconds: fc.constantFrom(20, 60),
    paging: fc.array(paging, { minLength: 1, maxLength: 1 }),
    rules: fc.array(mishap, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: [] },
);

const run: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('run' as const),
  mode: fc.constantFrom('INCREMENTAL', 'INCREMENTAL', 'RECONCILE', 'FULL'),
  trouble,
  meanwhile: fc.array(fc.record({ beforeRequest: fc.integer({ min: 1, max: 15 }), act }), { maxLength: 4 }),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('act' as const), act }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pass' as const), seconds: fc.constantFrom(1, 30, 400) }) },
  { weight: 2, arbitrary: run },
);

const edit = fc.tuple(act, fc.constantFrom<Act['deed'][]>('transition', 'assign', 'label', 'comment', 'add'));

/** A change, a run that sees it, and another change that the index notices only now: what walks look back for. */
const lateNotice: fc.Arbitrary<readonly Step[]> = fc
  .tuple(edit, fc.constantFrom('INCREMENTAL', 'FULL'), edit, fc.integer({ min: 3, max: 60 }))
  .map(([[early, firstDeed], mode, [late, secondDeed], lateSeconds]) => [
    { kind: 'act', act: { ...early, deed: firstDeed, lateSeconds: 0 } },
    { kind: 'run', mode, trouble: {}, meanwhile: [] },
    { kind: 'act', act: { ...late, deed: secondDeed, lateSeconds, heard: false } },
  ]);

/** The first run, which loads everything, and what comes after; half of them end with something noticed late. */
export const randomSchedule: fc.Arbitrary<readonly Step[]> = fc
  .tuple(run, fc.array(step, { maxLength: 12 }), fc.oneof(fc.constant([]), lateNotice))
  .map(([first, rest, end]) => [first, ...rest, ...end]);
