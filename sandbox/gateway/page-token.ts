import { z } from 'zod';
import type { Place } from '../jql/order.ts';

const week = 7 * 86_400_000;

const shape = z.object({
  /** What the token goes on with: the same query must come along with it. */
  of: z.string(),
  /** The last place of the pages before; null while none of them held anything. */
  after: z.array(z.union([z.number(), z.string()])).nullable(),
  /** The number of the page it leads to, from 1. */
  page: z.number().int().min(2),
  issuedAt: z.number(),
});

/** Where a walk through pages stands. */
export interface PagePosition {
  readonly after: Place | null;
  readonly page: number;
}

/** A token for a page; opaque to callers, good for seven days. `now` in ms. */
export function writePageToken(of: string, position: PagePosition, now: number): string {
  const { after, page } = position;
  return Buffer.from(JSON.stringify({ of: brief(of), after, page, issuedAt: now })).toString('base64url');
}

/** Where to go on; undefined for a token that is invalid, of another query, or expired. */
export function readPageToken(token: string, of: string, now: number): PagePosition | undefined {
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(token, 'base64url').toString('utf8')));
    if (!parsed.success || parsed.data.of !== brief(of) || now - parsed.data.issuedAt > week) return undefined;
    return parsed.data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A 32-bit FNV-1a digest of the query: enough to tell one from another. */
function brief(text: string): string {
  let digest = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    digest = Math.imul(digest ^ text.charCodeAt(index), 0x01000193);
  }
  return (digest >>> 0).toString(36);
}
