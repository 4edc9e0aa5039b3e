import { type SprintContent, sprintsStartedWithin } from '../../sprints/sprints-started-within.ts';
import { nearestRank } from '../../statistics/nearest-rank.ts';
import { shareInText } from '../figures-in-text.ts';
import { heaviestFirst } from '../heaviest-first.ts';
import type { Rule } from '../rule.ts';

/** Of what was in the sprints at any time, that which came after the start. */
const leastShare = 0.25;
const fewestSprints = 2;
/** An issue in three sprints counts three times. */
const fewestItems = 10;

/** R11: sprints take in much that was not planned when they were started, so that plans do not hold. */
export const midSprintAdditions: Rule = {
  id: 'R11',
  hygiene: false,
  find({ money: { view, rows, window } }) {
    const sprints = sprintsStartedWithin(view, rows, window);
    const items = sprints.flatMap(({ committed, added }) => [...committed, ...added]);
    const added = sprints.flatMap((sprint) => sprint.added);
    if (sprints.length < fewestSprints || items.length < fewestItems) return [];
    if (added.length < leastShare * items.length) return [];
    const share = shareInText(added.length / items.length);
    const places = placesFor(sprints);
    const withAdditions = sprints.filter((sprint) => sprint.added.length > 0).length;
    const rowsOf = (which: readonly number[]) => () => {
      const times = new Map<number, number>();
      for (const row of which) times.set(row, (times.get(row) ?? 0) + 1);
      return heaviestFirst(view, Uint32Array.from(times.keys()), (row) => times.get(row) ?? 0);
    };
    return [
      {
        subject: 'sprints',
        title: `Keep ${placesInText(places)} of each sprint free for unplanned work`,
        advice:
          `${added.length} of the ${items.length} items in the ${sprints.length} sprints that were started in these ` +
          `${window.dayCount} days came in after the start (${share}). Plan ${placesInText(places)} less into a sprint, as many as ` +
          'half of the sprints took in at most, and let what comes in beyond that wait for the next one or take the place of something.',
        evidence: [
          {
            text: 'Items that came into a sprint after its start',
            value: `${share} (${added.length} of ${items.length})`,
            rows: rowsOf(added),
          },
          {
            text: 'Sprints that took in something after their start',
            value: `${withAdditions} of ${sprints.length}`,
            rows: rowsOf(items),
          },
        ],
        severity: added.length / items.length,
        // Whether more is delivered when plans hold, nothing measured says.
        expectedEffect: null,
        worth: null,
        effort: 'SMALL',
        cautions: [
          'What came in late may have been what mattered most: look at why it came before anything is refused.',
          'Whatever came in after the moment of the start counts, a little later or made in a running sprint too; sprints of which no issue tells when they were started are left out.',
          'A sprint that is under way may still take in more.',
        ],
        guardMetrics: ['CYCLE_TIME_P85', 'DELAY_COST'],
        metric: 'THROUGHPUT',
        stageId: null,
      },
    ];
  },
};

/** The median of what the sprints took in, and one at the least: with none there would be no room at all. */
function placesFor(sprints: readonly SprintContent[]): number {
  const additions = Float64Array.from(sprints, ({ added }) => added.length).sort();
  return Math.max(1, nearestRank(additions, 50) ?? 1);
}

const placesInText = (places: number): string => (places === 1 ? '1 place' : `${places} places`);
