const mostWords = 40;

/** The words of a text, lower case, each once, without punctuation: what search by prefix compares. */
export function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:-\p{N}+)?/gu) ?? [];
  return [...new Set(words)].slice(0, mostWords);
}
