import { readDecimal } from '../../money/read-decimal.ts';

/** What an hour costs with its burden, as a decimal text; null while either is no number. Exact: no float is an amount. */
export function loadedRate(hourlyRate: string, burden: string): string | null {
  const factors = [readDecimal(hourlyRate), readDecimal(burden)];
  const [rate, times] = factors;
  if (rate == null || times == null) return null;
  const scale = factors.reduce((digits, factor) => digits + (factor?.split('.')[1]?.length ?? 0), 0);
  const digits = String(BigInt(rate.replace('.', '')) * BigInt(times.replace('.', ''))).padStart(scale + 1, '0');
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
