/** When each item is done, by its place in the present order, if they are worked on in this order, one after the other. */
export function completionTimes(duration: Float64Array, order: Uint32Array): Float64Array {
  const completion = new Float64Array(duration.length);
  let now = 0;
  for (const item of order) {
    now += duration[item] ?? 0;
    completion[item] = now;
  }
  return completion;
}

/** The order in which so many items stand. */
export const presentOrder = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, place) => place);

/** The order with two places exchanged. */
export function exchanged(order: Uint32Array, first: number, second: number): Uint32Array {
  const other = order.slice();
  other[first] = order[second] ?? 0;
  other[second] = order[first] ?? 0;
  return other;
}
