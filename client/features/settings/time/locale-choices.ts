import type { Choice } from '../../../ui/choice.ts';

/** What most people look for; any other tag can be typed. */
const usual = [
  ...['en', 'en-GB', 'en-US', 'en-AU', 'en-CA', 'en-IE', 'en-IN', 'en-NZ', 'en-ZA'],
  ...['de-DE', 'de-AT', 'de-CH', 'fr-FR', 'fr-BE', 'fr-CA', 'fr-CH', 'it-IT', 'es-ES', 'es-MX', 'pt-PT', 'pt-BR'],
  ...['nl-NL', 'nl-BE', 'da-DK', 'sv-SE', 'nb-NO', 'fi-FI', 'et-EE', 'lv-LV', 'lt-LT', 'pl-PL', 'cs-CZ', 'sk-SK'],
  ...['hu-HU', 'ro-RO', 'bg-BG', 'el-GR', 'tr-TR', 'uk-UA', 'he-IL', 'hi-IN', 'ja-JP', 'ko-KR', 'zh-CN', 'zh-TW'],
];

/** The name of a locale in English. */
export function localeLabel(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}

function ownName(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}

/** Locales whose tag or name, in English or their own language, has every word; and the tag itself when it is typed. */
export function localeChoices(text: string, present: string): readonly Choice[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const typed = knownTag(text.trim());
  const tags = [...new Set([...usual, present, ...(typed ? [typed] : [])])];
  return tags
    .map((value) => ({ value, label: localeLabel(value), own: ownName(value), note: () => value }))
    .filter(({ value, label, own }) =>
      words.every((word) => `${label} ${own} ${value}`.toLowerCase().includes(word) || value === typed),
    )
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

/** The tag as it is written, when dates can be written in it; null otherwise. */
function knownTag(text: string): string | null {
  try {
    return text === '' ? null : (Intl.DateTimeFormat.supportedLocalesOf(text)[0] ?? null);
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}
