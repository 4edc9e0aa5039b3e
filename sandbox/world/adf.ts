import type { JsonObject } from './json.ts';

/** Plain text as an Atlassian Document Format document, one paragraph a line: REST v3 writes descriptions and comments so. */
export function adf(text: string): JsonObject {
  return {
    type: 'doc',
    version: 1,
    content: text.split('\n').map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
  };
}
