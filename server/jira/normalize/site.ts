import { z } from 'zod';
import type { JiraSite } from '../../domain/jira-connection.ts';
import { nonEmpty, orNull, text } from './text.ts';

const resource = z.object({
  id: nonEmpty(128),
  url: nonEmpty(2_000),
  name: orNull(nonEmpty(255)),
  scopes: z.array(z.unknown()).catch([]).default([]),
  avatarUrl: orNull(text(2_000)),
});

/**
 * The Jira sites among accessible resources: Confluence has entries of its own with the same id, and one grant may list a
 * site twice. A site whose address is not https (or http on this machine) is left out: people are led there.
 */
export function readSites(values: readonly unknown[]): JiraSite[] {
  const sites = new Map<string, JiraSite>();
  for (const value of values) {
    const read = resource.safeParse(value);
    if (!read.success || !read.data.scopes.some(isJiraScope)) continue;
    const { id, name, avatarUrl } = read.data;
    const url = safeUrl(read.data.url);
    if (!url || sites.has(id)) continue;
    const avatar = avatarUrl === null ? null : safeUrl(avatarUrl);
    sites.set(id, {
      cloudId: id,
      name: name ?? url.hostname,
      url: url.href.replace(/\/+$/, ''),
      avatarUrl: avatar?.href ?? null,
    });
  }
  return [...sites.values()];
}

/** "read:jira-work", "read:board-scope:jira-software", "read:project:jira". */
const isJiraScope = (scope: unknown): boolean => typeof scope === 'string' && /:jira(-|$)/.test(scope);

function safeUrl(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return null;
  const isLoopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback) ? url : null;
}
