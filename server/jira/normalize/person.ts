import { z } from 'zod';
import type { Person } from '../../domain/person.ts';
import { nonEmpty, orNull, text } from './text.ts';

const user = z.object({
  accountId: nonEmpty(128),
  displayName: orNull(nonEmpty(255)),
  active: z.boolean().catch(true).default(true),
  avatarUrls: orNull(z.object({ '48x48': orNull(text(2_000)) })),
});

/**
 * A person of Jira; null for nobody, and for users without an account id, who cannot be told apart. Deleted accounts
 * come as "Former user", some with the account id "unknown": they stay persons, so that their work is not nobody's.
 */
export function readPerson(value: unknown): Person | null {
  const read = user.safeParse(value);
  if (!read.success) return null;
  const { accountId, displayName, active, avatarUrls } = read.data;
  const avatarUrl = avatarUrls?.['48x48'] ?? null;
  return {
    id: accountId,
    displayName: displayName ?? 'Former user',
    active,
    avatarUrl: avatarUrl !== null && isHttps(avatarUrl) ? avatarUrl : null,
  };
}

const isHttps = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === 'https:';
