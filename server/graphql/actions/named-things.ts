import type { Action, Origin } from '../../domain/action.ts';
import { done, type Outcome, type UserError } from '../../domain/user-error.ts';
import type { JiraView } from '../connection/jira-view.ts';
import type { CreateActionInput } from './action-inputs.ts';
import { recommended } from './recommended.ts';

type Named = Pick<Action, 'stageId' | 'teamId' | 'ownerId' | 'origin'>;
type Names = Pick<CreateActionInput, 'stageId' | 'teamId' | 'ownerId' | 'recommendationId'>;

/**
 * The things that an action names, by their native ids. NOT_FOUND for each that is none of this connection's: foreign,
 * missing and malformed ids cannot be told apart.
 */
export async function namedThings(view: JiraView, names: Names): Promise<Outcome<Named>> {
  const errors: UserError[] = [];
  const find = async <T>(field: keyof Names, what: string, look: (id: string) => Promise<T | null>) => {
    const id = names[field];
    if (id == null) return null;
    const found = await look(id);
    if (found === null) errors.push({ code: 'NOT_FOUND', message: `There is no such ${what}.`, field: [field] });
    return found;
  };
  const origin = await find('recommendationId', 'recommendation', (id) => originNamed(view, id));
  const stageId = await find('stageId', 'stage', (id) => stageNamed(view, id));
  const teamId = await find('teamId', 'team', (id) => teamNamed(view, id));
  const ownerId = await find('ownerId', 'person', (id) => personNamed(view, id));
  return errors.length > 0 ? { ok: false, errors } : done({ stageId, teamId, ownerId, origin });
}

/** Native id of a person of this Jira; null for every other id. */
export async function personNamed(view: JiraView, id: string): Promise<string | null> {
  const nativeId = view.nativeId(id, 'Person');
  const person = nativeId === null ? null : await view.reader.people.byId(nativeId);
  return person?.id ?? null;
}

async function stageNamed(view: JiraView, id: string): Promise<string | null> {
  const nativeId = view.nativeId(id, 'Stage');
  const { stages } = await view.workflow();
  return stages.find((stage) => stage.id === nativeId)?.id ?? null;
}

async function teamNamed(view: JiraView, id: string): Promise<string | null> {
  const nativeId = view.nativeId(id, 'Team');
  return (await view.teams()).find((team) => team.id === nativeId)?.id ?? null;
}

async function originNamed(view: JiraView, id: string): Promise<Origin | null> {
  const nativeId = view.nativeId(id, 'Recommendation');
  return nativeId === null ? null : ((await recommended(view, nativeId))?.origin ?? null);
}
