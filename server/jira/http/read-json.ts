/** What a text is that should be JSON. */
export type ReadJson =
  | { readonly kind: 'JSON'; readonly value: unknown }
  /** A page of a proxy or gateway. */
  | { readonly kind: 'HTML' }
  | { readonly kind: 'BROKEN' };

/** Reads the body of an answer; an empty one is the value null. */
export function readJson(text: string): ReadJson {
  const start = /\S/.exec(text)?.[0];
  if (start === undefined) return { kind: 'JSON', value: null };
  if (start === '<') return { kind: 'HTML' };
  try {
    return { kind: 'JSON', value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'BROKEN' };
    throw error;
  }
}
