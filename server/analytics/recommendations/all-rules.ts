import type { Rule } from './rule.ts';
import { betterOrder } from './rules/better-order.ts';
import { hygiene } from './rules/hygiene.ts';
import { pastTheirTime } from './rules/past-their-time.ts';

/** Every rule of METRICS 3, in its order. */
export const allRules: readonly Rule[] = [pastTheirTime, betterOrder, hygiene];
