import type { Choice } from '../../../ui/choice.ts';

/** Every zone that is known here, and the one that is set. */
function zoneNames(present: string): readonly string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), present])].sort();
}

export const zoneLabel = (timeZone: string): string => timeZone.replaceAll('_', ' ');

/** Zones whose name or present offset has every word. */
export function zoneChoices(text: string, present: string, now: number): readonly Choice[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return zoneNames(present)
    .map((value) => ({ value, label: zoneLabel(value), note: () => zoneOffset(value, now) }))
    .filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
}

/** "UTC+01:00", as it is now. */
export function zoneOffset(timeZone: string, now: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(now);
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  return offset === 'GMT' ? 'UTC' : offset.replace('GMT', 'UTC');
}
