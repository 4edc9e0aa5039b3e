/** A name that must not be kept any more: known by a fingerprint, and what stands in its place. */
export interface ErasedName {
  readonly words: number;
  readonly print: string;
  readonly pseudonym: string;
}

const word = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a name as they are compared: lower case, in one form of Unicode, whatever stands between them. */
export const nameWords = (name: string): string[] => [...name.matchAll(word)].map(([text]) => comparable(text));

const comparable = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Names that are to be found in texts and replaced, without being known themselves. */
export class ErasedNames {
  readonly #byPrint: ReadonlyMap<string, string>;
  /** How many words the names have, the longest first. */
  readonly #lengths: readonly number[];
  readonly #print: (words: readonly string[]) => string;

  constructor(names: readonly ErasedName[], print: (words: readonly string[]) => string) {
    this.#byPrint = new Map(names.map((name) => [name.print, name.pseudonym]));
    this.#lengths = [...new Set(names.map(({ words }) => words))].sort((a, b) => b - a);
    this.#print = print;
  }

  get isEmpty(): boolean {
    return this.#byPrint.size === 0;
  }

  /** The text with a pseudonym wherever one of the names stands as whole words, in any case. */
  without(text: string): string {
    if (this.isEmpty) return text;
    const found = [...text.matchAll(word)];
    let written = '';
    let end = 0;
    for (let place = 0; place < found.length; place += 1) {
      const hit = this.#nameAt(found, place);
      if (!hit) continue;
      const last = found[place + hit.words - 1];
      written += text.slice(end, found[place]?.index) + hit.pseudonym;
      end = (last?.index ?? 0) + (last?.[0].length ?? 0);
      place += hit.words - 1;
    }
    return written + text.slice(end);
  }

  /** The same for all texts within a value; the value itself where there is nothing to replace. */
  withoutWithin<T>(value: T): T {
    if (typeof value === 'string') return this.without(value) as T;
    if (Array.isArray(value)) {
      const parts = value.map((part) => this.withoutWithin(part));
      return parts.some((part, place) => part !== value[place]) ? (parts as T) : value;
    }
    if (!isPlain(value)) return value;
    const fields = Object.entries(value).map(([key, part]) => [key, this.withoutWithin(part), part] as const);
    if (fields.every(([, after, before]) => after === before)) return value;
    return Object.fromEntries(fields.map(([key, after]) => [key, after])) as T;
  }

  #nameAt(found: readonly RegExpMatchArray[], place: number): { words: number; pseudonym: string } | null {
    for (const words of this.#lengths) {
      if (place + words > found.length) continue;
      const window = found.slice(place, place + words).map(([text]) => comparable(text ?? ''));
      const pseudonym = this.#byPrint.get(this.#print(window));
      if (pseudonym !== undefined) return { words, pseudonym };
    }
    return null;
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
