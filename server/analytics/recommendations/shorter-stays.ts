import type { ExpectedEffect } from '../../domain/action.ts';
import type { SavedPart } from '../money/delay/saving-of-delay.ts';
import type { DurationPercentiles } from '../statistics/duration-percentiles.ts';
import { figureInText, shareInText } from './figures-in-text.ts';

/** By which share the stays in a stage are thought to get shorter, and what that makes of their 85th percentile. */
export interface ShorterStays {
  readonly share: SavedPart;
  /** Null where too few stays ended for a percentile. */
  readonly effect: ExpectedEffect | null;
  /** What it stands on, in a sentence. */
  readonly caution: string;
}

/** What nothing measured says: so much is reckoned with where nothing better is known, and is named wherever it is used. */
const assumed = { low: 0.1, base: 0.25, high: 0.4 };
/** Of the way back to what once was, at least. */
const leastOfTheWay = 0.5;

/** Stays get shorter by a quarter, a tenth to two fifths. */
export function shorterStays({ p85 }: DurationPercentiles): ShorterStays {
  const { low, base, high } = assumed;
  const range = `${shareInText(low)} to ${shareInText(high)}`;
  const share = { ...assumed, name: `Stays get shorter by ${range} instead of ${shareInText(base)}` };
  return {
    share,
    effect: effectOf(share, p85?.days ?? 0),
    caution: `That stays get shorter by ${shareInText(base)} (${range}) is an assumption, not a measurement.`,
  };
}

/** They get back to what they were in the window before, or at least half of the way; where they were not shorter, as above. */
export function staysAsBefore(stay: DurationPercentiles, { p85: before }: DurationPercentiles): ShorterStays {
  const { p85 } = stay;
  if (!p85 || !before || before.seconds >= p85.seconds) return shorterStays(stay);
  const way = 1 - before.seconds / p85.seconds;
  const share = {
    low: way * leastOfTheWay,
    base: way,
    high: way,
    name: 'Stays get back half of the way to those of the window before instead of all of it',
  };
  return {
    share,
    effect: effectOf(share, p85.days),
    caution:
      `That stays get back to the ${figureInText(before.days)} working days of the window before, or at least half of the ` +
      'way, is an assumption: what has changed since then may not be undone.',
  };
}

function effectOf({ low, base, high }: SavedPart, days: number): ExpectedEffect | null {
  if (days === 0) return null;
  return { metric: 'STAGE_STAY_P85', low: -high * days, base: -base * days, high: -low * days };
}
