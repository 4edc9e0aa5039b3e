/**
 * "85.50" and "85,5" are the same number; null for what is none. The text is kept: a rate is exact. "1,200" is none: it
 * means 1200 to some and 1.2 to others.
 */
export function readDecimal(text: string): string | null {
  if (/,\d{3}$/.test(text.trim())) return null;
  const plain = text.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? plain : null;
}
