import type { Rule } from './rule.ts';
import { betterOrder } from './rules/better-order.ts';
import { blockedReason } from './rules/blocked-reason.ts';
import { discardedWork } from './rules/discarded-work.ts';
import { expedite } from './rules/expedite.ts';
import { fallingBehind } from './rules/falling-behind.ts';
import { handoffs } from './rules/handoffs.ts';
import { hygiene } from './rules/hygiene.ts';
import { longQueue } from './rules/long-queue.ts';
import { loops } from './rules/loops.ts';
import { midSprintAdditions } from './rules/mid-sprint-additions.ts';
import { pastTheirTime } from './rules/past-their-time.ts';
import { singleExpert } from './rules/single-expert.ts';
import { staleWork } from './rules/stale-work.ts';
import { tooMuchWork } from './rules/too-much-work.ts';

/** Every rule of METRICS 3, in its order. */
export const allRules: readonly Rule[] = [
  fallingBehind,
  tooMuchWork,
  longQueue,
  pastTheirTime,
  loops,
  handoffs,
  singleExpert,
  blockedReason,
  betterOrder,
  expedite,
  midSprintAdditions,
  hygiene,
  staleWork,
  discardedWork,
];
