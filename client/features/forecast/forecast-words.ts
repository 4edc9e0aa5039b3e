import type { Formats } from '../../ui/format.ts';

/** What an answer is good for, by how often it holds. */
export const promises = [
  { probability: 0.5, name: 'As likely as not' },
  { probability: 0.85, name: 'To promise' },
  { probability: 0.95, name: 'Almost certain' },
] as const;

/** How often what would have been promised in the past was kept. */
export function calibrationWords(
  calibration: { readonly n: number; readonly hit50: number; readonly hit85: number; readonly hit95: number } | null,
  formats: Formats,
): string {
  if (calibration === null) return 'There are too few past weeks to say how often such forecasts were right.';
  const { n, hit50, hit85, hit95 } = calibration;
  const kept = (share: number) => formats.number(Math.round(share * n));
  const right = (probability: number) => formats.number(Math.round(probability * n * 10) / 10);
  return (
    `Of ${formats.number(n)} past weeks, ${kept(hit50)} delivered what had been 50 % likely, ${kept(hit85)} what had been ` +
    `85 % likely and ${kept(hit95)} what had been 95 % likely. Forecasts that hold as often as they say would have seen ` +
    `about ${right(0.5)}, ${right(0.85)} and ${right(0.95)}.`
  );
}
