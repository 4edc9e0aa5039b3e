import { amountInText } from '../amount-in-text.ts';
import type { Estimate } from '../estimate.ts';

/** "€18k to €31k of delay in these 90 days"; null where nothing cost anything. */
export function delayInText({ low, base, high }: Estimate, currency: string, days: number): string | null {
  if (base.isZero()) return null;
  const [least, most] = [amountInText(low, currency), amountInText(high, currency)];
  const amount = least === most ? least : `${least} to ${most}`;
  return `${amount} of delay in ${days === 1 ? 'this day' : `these ${days} days`}`;
}
