/** Where the ends and the base of an estimate lie on a line, in percent of it. */
export interface RangePlaces {
  readonly from: number;
  readonly base: number;
  readonly width: number;
}

/** A line from nothing to a little more than the high end. Amounts only become numbers to be drawn. */
export function rangePlaces(low: string, base: string, high: string): RangePlaces {
  const whole = Number(high) * 1.04;
  const place = (amount: string): number => (whole > 0 ? (Number(amount) / whole) * 100 : 0);
  return { from: place(low), base: place(base), width: place(high) - place(low) };
}
