import { z } from 'zod';
import { pathPattern } from './path-pattern.ts';

const count = z.number().int().min(1);

/**
 * What goes wrong with pages: of search/jql, changelog/bulkfetch and the lists by `startAt`. Pages count from 1 in every
 * walk. Each of these has been met in the field or is nowhere excluded (JIRA-CLOUD.md 2.1, 2.2, 2.3): a client may rely on
 * nothing but the absence of a token.
 */
const pageFaults = z.strictObject({
  /** No page holds more than this, whatever is asked for; 1 spreads the histories of one issue over as many pages. */
  shortPages: count.optional(),
  /** Every page begins with so many of the last entries of the page before. */
  duplicates: count.optional(),
  /** The entries of a page come shuffled; the number is the seed. Which page an entry stands on does not change. */
  reorder: z.number().int().min(0).optional(),
  /** Every n-th page is empty and has a token. A list by `startAt`: every n-th request, whatever it asks for. */
  emptyPages: count.optional(),
  /** This page hands out the very token that led to it: the first time it is asked for, or for ever. */
  repeatToken: z.strictObject({ page: z.number().int().min(2), forever: z.boolean().default(false) }).optional(),
  /** `isLast` says true with a token and false without (JRACLOUD-95477, JIRA-CLOUD.md 2.1). */
  lyingIsLast: z.boolean().optional(),
  /** The walk ends after so many pages, as if all had been said. */
  truncate: count.optional(),
  /** 200, and nothing in it. */
  emptyAnswer: z.boolean().optional(),
  /** The n-th request that brings a token is told that the token is invalid or expired; all others are answered. */
  expirePageTokens: count.optional(),
  /** The share of the ids that changelog/bulkfetch and issue/bulkfetch leave out without a word; always the same ids. */
  silentOmissions: z.number().min(0).max(1).optional(),
});

/** Some of them, for some requests. */
export const pagingRule = pageFaults.extend({
  path: pathPattern.optional(),
  /** Only searches for ids, with or without `updated` (`sweep`), as for a comparison of what exists, or only all others (`walk`). */
  only: z.enum(['sweep', 'walk']).optional(),
  /** For how many requests; absent: until switched off. */
  times: count.optional(),
});

export type PageFaults = z.output<typeof pageFaults>;
export type PagingRule = z.output<typeof pagingRule>;

/** Nothing goes wrong. */
export const noPageFaults: PageFaults = {};
