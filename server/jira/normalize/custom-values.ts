import type { CustomFields } from './custom-fields.ts';
import { cleanText } from './text.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The flag is up when its field holds anything: a list of options in Jira Cloud, a plain boolean in the Agile API. */
export function isFlagged(fields: Fields, { flagged }: CustomFields): boolean {
  return flagged.some((id) => {
    const value = fields[id];
    if (Array.isArray(value)) return value.length > 0;
    return value !== undefined && value !== null && value !== false && value !== '';
  });
}

/** The first estimate that is a possible number; null without one. */
export function storyPointsOf(fields: Fields, { storyPoints }: CustomFields): number | null {
  for (const id of storyPoints) {
    const value = fields[id];
    if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e9) return value;
  }
  return null;
}

/** Key of the epic that the old epic link field names; null without one. */
export function epicLinkOf(fields: Fields, { epicLink }: CustomFields): string | null {
  for (const id of epicLink) {
    const value = fields[id];
    if (typeof value === 'string' && /^\w+-\d+$/.test(value)) return cleanText(value, 255);
  }
  return null;
}
