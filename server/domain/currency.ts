/** Whether a text is the ISO 4217 code of a currency, as it is written: "EUR". */
export const isCurrency = (code: string): boolean => currencies.has(code);

/** Digits after the point of an amount of a currency: 2 for EUR, 0 for JPY. */
export function currencyDigits(currency: string): number {
  return digits.get(currency) ?? digitsByFormat(currency);
}

function digitsByFormat(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Looked up once: a format takes longer to make than all else that is told of an amount. */
const digits: ReadonlyMap<string, number> = new Map([...currencies].map((code) => [code, digitsByFormat(code)]));
