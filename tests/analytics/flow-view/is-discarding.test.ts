import { expect, it } from 'vitest';
import { isDiscarding } from '../../../server/analytics/flow-view/is-discarding.ts';

it('knows the resolutions that say work was dropped, in any case, and no others.', () => {
  // METRICS 4, "Discarded".
  const dropped = [
    "Won't Do",
    "Won't Fix",
    'Duplicate',
    'Cannot Reproduce',
    'Declined',
    'Invalid',
    'Incomplete',
    'Not A Bug',
    'Not A Problem',
    'Rejected',
    'Obsolete',
    'Abandoned',
  ];
  expect(dropped.filter((resolution) => !isDiscarding(resolution) || !isDiscarding(resolution.toUpperCase()))).toEqual(
    [],
  );
  expect(['', 'Done', 'Fixed', 'Unresolved', 'Resolved'].filter(isDiscarding)).toEqual([]);
});
