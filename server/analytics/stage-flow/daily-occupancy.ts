import type { StageFlow } from './stage-flows.ts';

/** Items in a stage just before the end of each local day of the window; the last value is that at its end. */
export function dailyOccupancy({
  dailyArrivals,
  dailyDepartures,
  arrivals,
  departures,
  occupancy,
}: StageFlow): Int32Array {
  let present = occupancy - arrivals + departures;
  return dailyArrivals.map((arrived, day) => {
    present += arrived - (dailyDepartures[day] ?? 0);
    return present;
  });
}
