import type { Rule } from './rule.ts';

/** Every rule of METRICS 3, in its order. */
export const allRules: readonly Rule[] = [];
