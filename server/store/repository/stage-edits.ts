import { randomUUID } from 'node:crypto';
import type { Stage, StageKind } from '../../domain/stage.ts';
import { done, type Outcome, refused, type UserError } from '../../domain/user-error.ts';

const mostStages = 40;

/** A stage as the viewer describes it; without an id it is a new one. */
export interface StageEdit {
  readonly id: string | null;
  readonly name: string;
  readonly kind: StageKind;
  readonly statusIds: readonly string[];
  readonly wipLimit: number | null;
}

/**
 * The stages a viewer asked for, or why not: a name each, a status in one stage only and one of this Jira's,
 * ids that exist, at least one DONE stage, and kinds in workflow order at the ends.
 */
export function editStages(
  edits: readonly StageEdit[],
  present: readonly Stage[],
  knownStatusIds: ReadonlySet<string>,
): Outcome<Stage[]> {
  const errors: UserError[] = [];
  const refuse = (message: string, index: number, field: string): void => {
    errors.push({ code: 'INVALID', message, field: ['input', 'stages', String(index), field] });
  };
  if (edits.length === 0 || edits.length > mostStages)
    return refused('INVALID', `Describe between 1 and ${mostStages} stages.`, ['input', 'stages']);
  const ids = new Set(present.map((stage) => stage.id));
  const takenIds = new Set<string>();
  const takenNames = new Set<string>();
  const takenStatuses = new Set<string>();
  const stages = edits.map((edit, index) => {
    const name = edit.name.trim();
    if (name === '' || name.length > 100) refuse('A stage needs a name of up to 100 characters.', index, 'name');
    if (takenNames.has(name.toLowerCase())) refuse(`There are two stages called "${name}".`, index, 'name');
    takenNames.add(name.toLowerCase());
    if (edit.id !== null && !ids.has(edit.id)) refuse('There is no such stage.', index, 'id');
    if (edit.id !== null && takenIds.has(edit.id)) refuse('This stage is listed twice.', index, 'id');
    if (edit.id !== null) takenIds.add(edit.id);
    if (edit.wipLimit !== null && (edit.wipLimit < 1 || edit.wipLimit > 10_000))
      refuse('A limit is a whole number from 1 to 10,000.', index, 'wipLimit');
    for (const statusId of edit.statusIds) {
      if (!knownStatusIds.has(statusId)) refuse('There is no such status.', index, 'statusIds');
      if (takenStatuses.has(statusId)) refuse('A status can be in one stage only.', index, 'statusIds');
      takenStatuses.add(statusId);
    }
    return {
      id: edit.id ?? randomUUID(),
      name,
      kind: edit.kind,
      statusIds: [...edit.statusIds],
      wipLimit: edit.wipLimit,
    };
  });
  if (!stages.some((stage) => stage.kind === 'DONE'))
    return refused('INVALID', 'At least one stage has to be of kind DONE.', ['input', 'stages']);
  return errors.length > 0 ? { ok: false, errors } : done(stages);
}
