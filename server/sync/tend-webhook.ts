import type { Webhook } from '../domain/webhook.ts';
import type { SliceContext } from './slice-context.ts';
import { SourceError } from './source.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Jira keeps a webhook thirty days: it is made to last again well before, and looked after every day. */
const renewBeforeMs = 7 * dayMs;
const retryMs = hourMs;
/** Keys that a filter can name. Projects beyond come with the next walk. */
const mostProjects = 400;

/** The scope without which Jira registers nothing. */
const neededScope = 'manage:jira-webhook';

/**
 * Sees to it that Jira tells of changes: one webhook, for the projects in sight, that lasts. Whatever goes wrong is
 * noted for the viewer and tried again later; the walk brings all changes without it. Throws LeaseLost, and SourceError
 * for what concerns every request.
 */
export async function tendWebhook(context: SliceContext): Promise<void> {
  const { work, now } = context;
  // Projects are known once the first run has begun.
  if (work.connection.asOf === null) return;
  const { webhook } = work.connection.webhookState;
  const filter = filterFor((await work.projects()).filter(({ archived }) => !archived).map(({ key }) => key));
  const isOfOldProjects = webhook !== null && webhook.filter !== filter;
  if (work.webhookDueAt > now() && !isOfOldProjects) return;
  const dueAt = (ms: number): Date => new Date(now().getTime() + ms);
  if (!work.connection.grantedScopes.includes(neededScope))
    return work.saveWebhook(null, 'The permission given does not cover messages about changes.', dueAt(dayMs));
  try {
    const kept = await keptWebhook(context, webhook, filter);
    await work.saveWebhook(kept, kept ? null : 'There is no project in sight.', dueAt(dayMs));
  } catch (error) {
    if (!(error instanceof SourceError) || error.kind === 'BUSY' || error.kind === 'GRANT_REVOKED') throw error;
    const stillGood = webhook && webhook.expiresAt > now() ? webhook : null;
    await work.saveWebhook(stillGood, error.message, dueAt(retryMs));
  }
}

/** The one webhook of this connection, registered or made to last; null where there is nothing to tell of. */
async function keptWebhook(
  context: SliceContext,
  known: Webhook | null,
  filter: string | null,
): Promise<Webhook | null> {
  const { work, source, webhookUrl, now, signal } = context;
  const { webhooks } = source;
  const url = `${webhookUrl}/${work.webhookAddress}`;
  if (filter === null) return null;
  // Those of an earlier try that was cut off, or of an earlier grant, are ours by their address; the one we know is ours
  // by its number, wherever this application was reached then.
  const ours = (await webhooks.registered(signal)).filter(({ id, url: at }) => at === url || id === known?.id);
  const present = ours.find((webhook) => webhook.filter === filter && (webhook.url === url || webhook.url === ''));
  const others = ours.filter((webhook) => webhook !== present).map(({ id }) => id);
  if (others.length > 0) await webhooks.remove(others, signal);
  if (present) {
    const until = known?.id === present.id && known.expiresAt > present.expiresAt ? known.expiresAt : present.expiresAt;
    if (until.getTime() - now().getTime() > renewBeforeMs) return { id: present.id, expiresAt: until, filter };
    const extended = await webhooks.extend(present.id, signal);
    if (extended) return { id: present.id, expiresAt: extended, filter };
  }
  const { id, expiresAt } = await webhooks.register({ url, filter }, signal);
  return { id, expiresAt, filter };
}

function filterFor(keys: readonly string[]): string | null {
  if (keys.length === 0) return null;
  const named = keys.toSorted().slice(0, mostProjects);
  return `project in (${named.map((key) => JSON.stringify(key)).join(', ')})`;
}
