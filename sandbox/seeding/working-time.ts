import type { Zone } from '../world/zone.ts';
import type { Draw } from './draw.ts';

const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** Whether people are at work at an instant: Monday to Friday, 9 to 18 local time. */
export function isWorking(at: number, zone: Zone): boolean {
  const wall = at + zone.offset(at);
  const weekday = (Math.floor(wall / dayMs) + 4) % 7;
  const hour = (wall % dayMs) / hourMs;
  return weekday >= 1 && weekday <= 5 && hour >= 9 && hour < 18;
}

/** The moment itself when people are at work, else some time in the next working morning; one in thirty does it anyway. */
export function whenAtWork(at: number, zone: Zone, draw: Draw): number {
  if (isWorking(at, zone) || draw.chance(1 / 30)) return Math.floor(at);
  const wall = at + zone.offset(at);
  const hour = (wall % dayMs) / hourMs;
  let day = Math.floor(wall / dayMs) + (hour >= 9 ? 1 : 0);
  while ([6, 0].includes((day + 4) % 7)) day += 1;
  const opens = zone.instant(day * dayMs + 9 * hourMs);
  return Math.floor(opens + draw.next() ** 2 * 6 * hourMs);
}
