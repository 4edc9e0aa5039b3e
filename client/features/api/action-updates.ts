import type { Cache, UpdateResolver } from '@urql/exchange-graphcache';
import { connectionKey, invalidateFields } from './connection-in-cache.ts';

const hasAction = (payload: unknown): boolean => (payload as { action: unknown } | null)?.action != null;

/** A recommendation that an action has been made of is gone from every list at once, without asking again. */
function takeOut(cache: Cache, recommendationId: string): void {
  const connection = connectionKey(cache);
  const taken = cache.keyOfEntity({ __typename: 'Recommendation', id: recommendationId });
  if (!connection) return;
  for (const { fieldName, arguments: args } of cache.inspectFields(connection)) {
    if (fieldName !== 'recommendations') continue;
    const list = cache.resolve(connection, fieldName, args);
    if (!Array.isArray(list)) continue;
    const keys = list.filter((key) => typeof key === 'string');
    cache.link(
      connection,
      fieldName,
      args,
      keys.filter((key) => key !== taken),
    );
  }
}

/** Whether a rule has helped, and what is left out of its advice, is known by the actions that were made of it. */
function onChange(cache: Cache, payload: unknown): void {
  if (hasAction(payload)) invalidateFields(cache, ['actions', 'recommendations']);
}

/** What an action that is made, changed or reviewed makes old: the lists of actions, and what is recommended. */
export const actionUpdates: Readonly<Record<string, UpdateResolver>> = {
  createAction(result, args, cache) {
    if (!hasAction(result.createAction)) return;
    invalidateFields(cache, ['actions']);
    const { recommendationId } = args.input as { recommendationId?: string | null };
    if (recommendationId) takeOut(cache, recommendationId);
  },
  updateAction: (result, _args, cache) => onChange(cache, result.updateAction),
  reviewAction: (result, _args, cache) => onChange(cache, result.reviewAction),
};
