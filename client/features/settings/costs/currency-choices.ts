import type { Choice } from '../../../ui/choice.ts';

/** The name of a currency in English. */
export function currencyLabel(code: string): string {
  return new Intl.DisplayNames('en', { type: 'currency' }).of(code) ?? code;
}

/** Currencies whose code or name has every word that is typed. */
export function currencyChoices(text: string): readonly Choice[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return Intl.supportedValuesOf('currency')
    .map((value) => ({ value, label: currencyLabel(value), note: () => value }))
    .filter(({ value, label }) => words.every((word) => `${label} ${value}`.toLowerCase().includes(word)))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
}
