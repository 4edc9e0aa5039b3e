import { z } from 'zod';

/** Flow chunks keep Unix seconds in 32 bits, with 0 for "none"; work outside these years is a slip of the pen. */
const firstMs = Date.UTC(1970, 0, 2);
const lastMs = Date.UTC(2100, 0, 1);
/** The first epoch milliseconds that are taken for such; smaller numbers are seconds (as milliseconds: March 1973). */
const leastMilliseconds = 100_000_000_000;

const dateTime = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * An instant as Jira writes it: "2026-09-27T10:03:11.123+0200" (offset without a colon), the same with "Z" or a colon,
 * or epoch milliseconds or seconds as a number. Null for all else, for days no calendar has, and outside 1970 to 2099.
 */
export function readInstant(value: unknown): Date | null {
  const ms = typeof value === 'string' ? fromText(value.trim()) : typeof value === 'number' ? fromNumber(value) : NaN;
  return ms >= firstMs && ms < lastMs ? new Date(ms) : null;
}

/** For zod: an instant, required. */
export const instant = z
  .unknown()
  .optional()
  .transform((value, context) => {
    const read = readInstant(value);
    if (read) return read;
    context.addIssue({ code: 'custom', message: value === undefined ? 'is missing' : 'is no possible date' });
    return z.NEVER;
  });

function fromText(text: string): number {
  if (/^\d{9,13}$/.test(text)) return fromNumber(Number(text));
  const match = dateTime.exec(text);
  if (!match) return NaN;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate() || hour > 23 || minute > 59 || second > 59) return NaN;
  if (month < 1 || month > 12 || day < 1) return NaN;
  const milliseconds = Math.floor(Number(`0.${match[7] ?? '0'}`) * 1_000);
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - offsetMs(match[8] ?? 'Z');
}

function offsetMs(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const size = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -size : size) * 60_000;
}

const fromNumber = (value: number): number => Math.trunc(Math.abs(value) < leastMilliseconds ? value * 1_000 : value);
