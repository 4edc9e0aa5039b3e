import type { Formats } from '../../../ui/format.ts';

/** How long ago, for a sentence that speaks of what has happened: "just now", "5 minutes ago". */
export const ago = (iso: string, formats: Formats, now: number): string =>
  now - Date.parse(iso) < 60_000 ? 'just now' : formats.relative(iso, now);
