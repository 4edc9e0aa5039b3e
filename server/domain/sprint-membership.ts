import type { HistoryEntry } from './history.ts';
import type { Issue } from './issue.ts';
import { orderedChanges } from './ordered-changes.ts';

/** A time during which an issue was in a sprint. Instants are Unix seconds. */
export interface SprintMembership {
  /** Native id of the sprint. */
  readonly sprint: string;
  readonly from: number;
  /** 0 while the issue is in it; a completed sprint keeps the issues that it had then. */
  readonly to: number;
  /** When the sprint was started and completed, as far as the issue tells; 0 where it does not. */
  readonly startedAt: number;
  readonly completedAt: number;
}

/**
 * The sprints an issue has been in, by when it came into them (METRICS 2.1, rule 17). The changelog names sprints before
 * and after a change in three shapes (one that was added or taken out, one set in place of another, or the whole list,
 * completed ones included); what is on one side alone came or went, in each of them. A sprint of which nothing says when
 * the issue came into it had it from the beginning; what is dated before the creation counts at it.
 */
export function sprintMemberships(
  { createdAt, sprints = [] }: Pick<Issue, 'createdAt' | 'sprints'>,
  history: readonly HistoryEntry[],
): SprintMembership[] {
  const created = wholeSeconds(createdAt);
  const spells: { readonly sprint: string; readonly from: number; to: number }[] = [];
  /** The last spell in each sprint. */
  const last = new Map<string, (typeof spells)[number]>();
  const comesIn = (sprint: string, from: number): void => {
    const spell = { sprint, from, to: 0 };
    last.set(sprint, spell);
    spells.push(spell);
  };
  for (const { item, entry } of orderedChanges(history)) {
    if (item.field !== 'sprint') continue;
    const at = Math.max(created, wholeSeconds(entry.at));
    const [before, after] = [sprintIds(item.from), sprintIds(item.to)];
    for (const id of before) {
      if (!last.has(id)) comesIn(id, created);
      const spell = last.get(id);
      if (spell?.to === 0 && !after.has(id)) spell.to = at;
    }
    for (const id of after) if (last.get(id)?.to !== 0) comesIn(id, at);
  }
  for (const { id } of sprints) if (!last.has(id)) comesIn(id, created);
  const told = new Map(sprints.map((sprint) => [sprint.id, sprint]));
  return spells
    .filter(({ from, to }) => to === 0 || to > from)
    .sort((a, b) => a.from - b.from)
    .map((spell) => ({
      ...spell,
      startedAt: wholeSeconds(told.get(spell.sprint)?.startedAt),
      completedAt: wholeSeconds(told.get(spell.sprint)?.completedAt),
    }));
}

/** "76, 79", "[76]" or "76": what is no number is no id. */
function sprintIds(side: string | null): Set<string> {
  return new Set((side ?? '').match(/(?<=(?:^|[,[])\s*)\d+(?=\s*(?:$|[,\]]))/g));
}

const wholeSeconds = (at: Date | null | undefined): number => (at ? Math.floor(at.getTime() / 1000) : 0);
