import { oddFields } from './odd-fields.ts';
import { oddHistories } from './odd-histories.ts';

/** Ready-made corruptions, each worked out for the issue it befalls. */
export const oddities = { ...oddFields, ...oddHistories };

export type OddityName = keyof typeof oddities;

export const oddityNames = Object.keys(oddities) as OddityName[];
