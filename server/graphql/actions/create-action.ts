import type { Action } from '../../domain/action.ts';
import { type Outcome, refused } from '../../domain/user-error.ts';
import { checkDraft } from '../../store/repository/action-draft.ts';
import type { Writer } from '../../store/repository/writer.ts';
import type { JiraView } from '../connection/jira-view.ts';
import type { CreateActionInput } from './action-inputs.ts';
import { digestOf } from './circumstances-of.ts';
import { freezeBaseline } from './freeze-baseline.ts';
import { namedThings } from './named-things.ts';

/**
 * Makes an action of what somebody describes. What a key was used for before is answered first: the same request holds
 * even when what it names is gone meanwhile.
 */
export async function createAction(view: JiraView, writer: Writer, input: CreateActionInput): Promise<Outcome<Action>> {
  const draft = checkDraft(described(input));
  if (!draft.ok) return draft;
  const { idempotencyKey: key, ...asked } = draft.value;
  const request = key === null ? null : { key, digest: digestOf(asked) };
  const before = request && (await view.reader.actionAskedFor(request));
  if (before) return before;
  const { asOf, lastSuccessAt } = view.reader.connection;
  // While the first sync runs, half of the issues would make the baseline.
  if (asOf === null || lastSuccessAt === null)
    return refused('CONFLICT', 'Jira has not been read to the end yet: there is nothing to compare with later.');
  const named = await namedThings(view, asked);
  if (!named.ok) return named;
  const { title, note, metric, target, dueOn, reviewOn } = asked;
  const given = { title, note, metric, target, dueOn, reviewOn, ...named.value };
  const baseline = await freezeBaseline(view, given);
  return writer.actions.create({ ...given, baseline, request, connectionId: view.connectionId });
}

/** The input with its parts in one order, and null for what is absent. */
function described(input: CreateActionInput) {
  return {
    recommendationId: input.recommendationId ?? null,
    title: input.title,
    note: input.note ?? null,
    metric: input.metric,
    stageId: input.stageId ?? null,
    teamId: input.teamId ?? null,
    ownerId: input.ownerId ?? null,
    target: input.target,
    dueOn: input.dueOn ?? null,
    reviewOn: input.reviewOn,
    idempotencyKey: input.idempotencyKey ?? null,
  };
}
