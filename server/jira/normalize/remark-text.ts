import { z } from 'zod';
import { cleanText } from './text.ts';

/** Characters of a remark that are kept: what fits on a screen beside other work. */
const mostText = 500;
/** Jira nests lists, tables and panels a few levels deep; nothing real is deeper. */
const deepest = 40;

const node = z.object({
  type: z.string(),
  text: z.string().optional().catch(undefined),
  attrs: z.record(z.string(), z.unknown()).optional().catch(undefined),
  content: z.array(z.unknown()).optional().catch(undefined),
});

/** Nodes that stand in a line; after all others a new line begins. */
const inline: ReadonlySet<string> = new Set(['text', 'emoji', 'mention', 'date', 'status', 'inlineCard', 'hardBreak']);

/** What Jira writes over a reason that is given with the flag: "(flag) Flag added", the sign as emoji or as text. */
const heading = /^(?:\(flag\)|:[\w-]*flag[\w-]*:|\p{Extended_Pictographic}\uFE0F?)?\s*Flag added$/iu;

/**
 * The body of a comment, an Atlassian Document Format document or a plain text, as plain text: its first 500 characters,
 * without Jira's heading of a flag. Mentions do not tell who is mentioned. Null where nothing is said.
 */
export function remarkText(body: unknown): string | null {
  const written = typeof body === 'string' ? body.slice(0, 4 * mostText) : documentText(body);
  const lines = written
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  if (heading.test(lines[0] ?? '')) lines.shift();
  return cleanText(lines.join('\n'), mostText).trim() || null;
}

function documentText(body: unknown): string {
  let text = '';
  const walk = (value: unknown, depth: number): void => {
    // Enough for the heading and what is kept; the rest of a long document is not looked at.
    if (text.length > 4 * mostText || depth > deepest) return;
    const read = node.safeParse(value);
    if (!read.success) return;
    const { type, content = [] } = read.data;
    text += ownText(read.data);
    for (const child of content) walk(child, depth + 1);
    if (!inline.has(type)) text += '\n';
  };
  walk(body, 0);
  return text;
}

function ownText({ type, text, attrs = {} }: z.infer<typeof node>): string {
  const say = (value: unknown): string => (typeof value === 'string' ? value : '');
  switch (type) {
    case 'text':
      return text ?? '';
    case 'hardBreak':
      return '\n';
    case 'emoji':
      return say(attrs.text) || say(attrs.shortName);
    case 'mention':
      return '@someone';
    case 'status':
      return say(attrs.text);
    case 'date':
      return /^\d{1,15}$/.test(say(attrs.timestamp))
        ? new Date(Number(attrs.timestamp)).toISOString().slice(0, 10)
        : '';
    case 'inlineCard':
    case 'blockCard':
      return say(attrs.url);
    default:
      return '';
  }
}
