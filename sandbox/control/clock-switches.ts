import { z } from 'zod';
import { type ControlCall, readControlBody } from './control-call.ts';

interface ClockNow {
  /** ms since 1970. */
  readonly now: number;
  readonly iso: string;
  /** By how much it is ahead of the clock it runs like. */
  readonly offsetMs: number;
}

/** A hundred years: beyond it, dates lose their four-digit years sooner or later. */
const furthestMs = 100 * 365 * 86_400_000;
const request = z.strictObject({ advanceMs: z.number().int().min(0).max(furthestMs) });

/** GET /sandbox/clock */
export function showClock({ clock }: ControlCall): ClockNow {
  const now = clock.now();
  return { now, iso: new Date(now).toISOString(), offsetMs: clock.offsetMs };
}

/** POST /sandbox/clock {"advanceMs": n}: what falls due by that has happened when this answers. There is no way back. */
export function advanceClock(call: ControlCall): ClockNow {
  call.clock.advance(readControlBody(call, request).advanceMs);
  return showClock(call);
}
