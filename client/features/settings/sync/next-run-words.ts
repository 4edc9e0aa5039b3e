import type { Formats } from '../../../ui/format.ts';

/** When something begins by itself: the moment and how far away it is. */
export function nextRunWords(at: string | null, formats: Formats, now: number): string {
  if (!at) return 'Not planned';
  if (Date.parse(at) <= now) return 'Due now';
  return `${formats.moment(at, now)} (${formats.relative(at, now)})`;
}
