const mostCharacters = 60;
/** Line ends, and marks that turn the direction of the text around them. */
const unquotable = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\s]+/gu;

/** What somebody wrote, within a sentence: on one line, without a full stop, its first 60 characters, in quotation marks. */
export function quoted(text: string): string {
  const line = text.replaceAll(unquotable, ' ').trim();
  const characters = [...line.replace(/(?<!\.)\.$/, '')];
  if (characters.length <= mostCharacters) return `“${characters.join('')}”`;
  return `“${characters
    .slice(0, mostCharacters - 1)
    .join('')
    .trimEnd()}…”`;
}
