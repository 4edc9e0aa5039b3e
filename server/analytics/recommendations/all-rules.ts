import type { Rule } from './rule.ts';
import { betterOrder } from './rules/better-order.ts';
import { discardedWork } from './rules/discarded-work.ts';
import { expedite } from './rules/expedite.ts';
import { hygiene } from './rules/hygiene.ts';
import { pastTheirTime } from './rules/past-their-time.ts';
import { staleWork } from './rules/stale-work.ts';

/** Every rule of METRICS 3, in its order. */
export const allRules: readonly Rule[] = [pastTheirTime, betterOrder, expedite, hygiene, staleWork, discardedWork];
