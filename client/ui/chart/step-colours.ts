import type { ChartColours } from './palette.ts';

/** So many colours in an order, as far apart as they can be. */
export function stepColours({ steps }: ChartColours, count: number): readonly string[] {
  const last = steps.length - 1;
  return Array.from({ length: count }, (_, place) => {
    const wanted = count === 1 ? last / 2 : (place * last) / (count - 1);
    return mix(steps[Math.floor(wanted)] ?? '#000000', steps[Math.ceil(wanted)] ?? '#000000', wanted % 1);
  });
}

/** Between two colours, channel by channel. */
function mix(from: string, to: string, share: number): string {
  const channel = (colour: string, place: number): number => Number.parseInt(colour.slice(place, place + 2), 16);
  const channels = [1, 3, 5].map((place) =>
    Math.round(channel(from, place) * (1 - share) + channel(to, place) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${channels.join('')}`;
}
