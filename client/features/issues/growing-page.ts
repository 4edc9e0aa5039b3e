/** The schema's largest page. */
const largest = 100;

/** Issues of a list inside a list that are asked for at first. */
export const growingPage = 20;

/**
 * How many to ask for next; null when there are no more, or no more can be asked for at once. Lists inside lists grow
 * instead of turning pages: a cursor would have to fit every list of the answer.
 */
export function nextPage(first: number, total: number): number | null {
  return first >= total || first >= largest ? null : first < 50 ? 50 : largest;
}
