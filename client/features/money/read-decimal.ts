/** "85.50" and "85,5" are the same number; null for what is none. The text is kept: a rate is exact. */
export function readDecimal(text: string): string | null {
  const plain = text.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? plain : null;
}
