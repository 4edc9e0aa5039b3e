import type { Issue } from '../../domain/issue.ts';
import type { Change } from '../../domain/ordered-changes.ts';

/** A status as a changelog names it. `id` is '' when neither the item nor the issue's own history tells it. */
export interface NamedStatus {
  readonly id: string;
  readonly name: string;
}

/** A recorded change of status; `from` is null when the item does not say what was left. */
export interface StatusChange {
  readonly change: Change;
  readonly from: NamedStatus | null;
  readonly to: NamedStatus;
}

/**
 * The status changes among `changes`, ids before names (METRICS 2.1, rule 3). An item without an id takes that of the
 * one status the issue knows by this name; with none or several, the status stays unknown. A change from a status to
 * itself is none (rule 7).
 */
export function statusChanges(issue: Issue, changes: readonly Change[]): StatusChange[] {
  const items = changes.filter(({ item }) => item.field === 'status');
  const idsByName = new Map<string, Set<string>>();
  const learn = (id: string | null, name: string | null): void => {
    if (id && name) idsByName.set(name, (idsByName.get(name) ?? new Set()).add(id));
  };
  learn(issue.statusId, issue.statusName);
  for (const { item } of items) {
    learn(item.from, item.fromName);
    learn(item.to, item.toName);
  }
  const nameById = new Map([...idsByName].flatMap(([name, ids]) => [...ids].map((id) => [id, name] as const)));
  const named = (id: string | null, name: string | null): NamedStatus => {
    const known = idsByName.get(name ?? '');
    const [only] = known?.size === 1 ? known : [];
    return { id: id || (only ?? ''), name: name || (nameById.get(id ?? '') ?? '') };
  };
  return items
    .map((change) => {
      const { from, fromName, to, toName } = change.item;
      return { change, from: from || fromName ? named(from, fromName) : null, to: named(to, toName) };
    })
    .filter(({ from, to }) => from === null || !isSameStatus(from, to));
}

/** By id where both have one, else by name. */
export function isSameStatus(a: NamedStatus, b: NamedStatus): boolean {
  return a.id !== '' && b.id !== '' ? a.id === b.id : a.name !== '' && a.name === b.name;
}
