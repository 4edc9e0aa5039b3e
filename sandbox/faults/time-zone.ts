import { z } from 'zod';

/** An IANA name: Pacific/Kiritimati is 14 hours ahead of UTC, Pacific/Pago_Pago 11 behind. */
export const timeZone = z.string().refine(isTimeZone, { message: 'is no time zone' });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
