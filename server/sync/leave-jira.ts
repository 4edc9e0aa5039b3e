import type { LeavingConnection } from '../store/work/leaving-connection.ts';
import type { IssueSource } from './source.ts';

/** Jira may be out of order when somebody leaves: what is stored goes all the same, and soon. */
const patienceMs = 10_000;

/** Gives the webhook of a connection up that is about to be deleted. Jira forgets one that stays behind in a month. */
export async function leaveJira(
  leaving: LeavingConnection,
  source: IssueSource,
  webhookUrl: string,
  onError: (error: unknown) => void,
): Promise<void> {
  const signal = AbortSignal.timeout(patienceMs);
  try {
    const url = `${webhookUrl}/${leaving.webhookAddress}`;
    const registered = await source.webhooks.registered(signal);
    const ours = registered.filter((webhook) => webhook.url === url || webhook.id === leaving.webhook?.id);
    if (ours.length > 0)
      await source.webhooks.remove(
        ours.map(({ id }) => id),
        signal,
      );
  } catch (error) {
    onError(error);
  }
}
