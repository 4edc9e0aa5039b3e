import type { Zone } from '../world/zone.ts';
import type { Draw } from './draw.ts';
import { whenAtWork } from './working-time.ts';

const weekMs = 7 * 86_400_000;

/** `count` moments of creation between two instants, oldest first: working hours, with busy and quiet weeks. */
export function drawArrivals(count: number, from: number, to: number, zone: Zone, draw: Draw): number[] {
  const weeks = Math.max(1, Math.ceil((to - from) / weekMs));
  const weights = Array.from({ length: weeks }, (_, week) => weekWeight(from + week * weekMs, week, draw));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const moments: number[] = [];
  for (let index = 0; index < count; index += 1) {
    let left = draw.next() * sum;
    let week = 0;
    while (week < weeks - 1 && left > (weights[week] ?? 0)) {
      left -= weights[week] ?? 0;
      week += 1;
    }
    const raw = from + (week + draw.next()) * weekMs;
    moments.push(Math.min(whenAtWork(Math.min(raw, to), zone, draw), to));
  }
  return moments.sort((a, b) => a - b);
}

/** Quarters swell and ebb, chance does the rest, and nobody works between Christmas and New Year. */
function weekWeight(start: number, week: number, draw: Draw): number {
  const date = new Date(start);
  const isHoliday = date.getUTCMonth() === 11 && date.getUTCDate() > 17;
  return (isHoliday ? 0.15 : 1) * (1 + 0.3 * Math.sin((2 * Math.PI * week) / 13)) * draw.between(0.6, 1.4);
}
