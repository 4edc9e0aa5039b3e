import { JqlError } from './jql-error.ts';

/** One token of a query; `at` is its position counted from 1, as error messages do. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'symbol';
  readonly text: string;
  readonly at: number;
}

const symbols = ['!=', '!~', '>=', '<=', '=', '~', '>', '<', '(', ')', ','];
const wordEnd = /[\s"'()=!<>~,]/;

/** Cuts a query into tokens. Throws JqlError for a quote that is never closed. */
export function cutTokens(jql: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < jql.length) {
    const char = jql.charAt(position);
    if (/\s/.test(char)) {
      position += 1;
    } else if (char === '"' || char === "'") {
      const { text, end } = quoted(jql, position);
      tokens.push({ kind: 'quoted', text, at: position + 1 });
      position = end;
    } else {
      const symbol = symbols.find((candidate) => jql.startsWith(candidate, position));
      const text = symbol ?? word(jql, position);
      tokens.push({ kind: symbol ? 'symbol' : 'word', text, at: position + 1 });
      position += text.length;
    }
  }
  return tokens;
}

function quoted(jql: string, start: number): { text: string; end: number } {
  const quote = jql.charAt(start);
  let text = '';
  for (let position = start + 1; position < jql.length; position += 1) {
    const char = jql.charAt(position);
    if (char === quote) return { text, end: position + 1 };
    if (char === '\\' && position + 1 < jql.length) position += 1;
    text += jql.charAt(position);
  }
  throw new JqlError(
    `Error in the JQL Query: The quoted string '${text}' has not been completed. (line 1, character ${start + 1})`,
  );
}

function word(jql: string, start: number): string {
  let end = start + 1;
  while (end < jql.length && !wordEnd.test(jql.charAt(end))) end += 1;
  return jql.slice(start, end);
}
