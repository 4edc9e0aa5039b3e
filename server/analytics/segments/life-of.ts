import { segmentBits } from '../../domain/flow-chunk.ts';
import type { HistoryEntry, HistoryItem } from '../../domain/history.ts';
import type { Issue } from '../../domain/issue.ts';
import { type Change, orderedChanges } from '../../domain/ordered-changes.ts';
import { LifeWriter } from './life-writer.ts';
import type { Segment } from './segment.ts';
import { isSameStatus, type NamedStatus, type StatusChange, statusChanges } from './status-changes.ts';

const { ENTERED, INFERRED } = segmentBits;

/**
 * An issue's life as segments that tile [created, ∞) without gap or overlap, in whole seconds (METRICS 2.1 and 4).
 * Changes dated before the creation count at it. Pieces of no length are kept where they are visits to a status.
 */
export function lifeOf(issue: Issue, history: readonly HistoryEntry[]): Segment[] {
  const changes = orderedChanges(history);
  const moves = statusChanges(issue, changes);
  const created = wholeSeconds(issue.createdAt);
  const born = bornAs(issue, moves, created);
  const recorded = moves.slice(born.used);
  const moveOf = new Map(recorded.map((move) => [move.change, move]));
  const movingEntries = new Set(recorded.map((move) => move.change.entry));
  const firstFlag = firstOf(changes, 'flagged');
  const life = new LifeWriter({
    from: created,
    status: born.status.id,
    statusName: born.status.name,
    assignee: beforeFirst(changes, 'assignee') ?? issue.assigneeId ?? '',
    project: beforeFirst(changes, 'project') ?? issue.projectId,
    flagged: firstFlag ? isUp(firstFlag.from, firstFlag.fromName) : issue.flagged,
  });
  const lastKnown = recorded.at(-1)?.to ?? born.status;
  const present = { id: issue.statusId, name: issue.statusName };
  for (const { at, change, actorId } of eventsOf(issue, changes, !isSameStatus(lastKnown, present))) {
    const second = wholeSeconds(at);
    if (change) record(life, second, change, moveOf.get(change), movingEntries);
    else if (actorId !== null) life.act(second, actorId);
    else {
      life.moveTo(second);
      life.enter(present, INFERRED | ENTERED, null);
    }
  }
  return life.segments;
}

const wholeSeconds = (at: Date): number => Math.floor(at.getTime() / 1000);

/**
 * The status an issue begins its life in: what its first change left, or today's without one. A change from no status
 * at creation names the first status and is `used` up by that; one from no status later leaves the beginning unknown.
 */
function bornAs(issue: Issue, moves: readonly StatusChange[], created: number): { status: NamedStatus; used: number } {
  const [first] = moves;
  if (!first) return { status: { id: issue.statusId, name: issue.statusName }, used: 0 };
  if (first.from) return { status: first.from, used: 0 };
  if (wholeSeconds(first.change.entry.at) <= created) return { status: first.to, used: 1 };
  return { status: { id: '', name: '' }, used: 0 };
}

function firstOf(changes: readonly Change[], field: string): HistoryItem | undefined {
  return changes.find(({ item }) => item.field === field)?.item;
}

/** What a field held before its first recorded change, '' for nothing; undefined without such a change. */
function beforeFirst(changes: readonly Change[], field: string): string | undefined {
  const first = firstOf(changes, field);
  return first && (first.from ?? '');
}

/** The flag is up when the field holds anything: its value is a list of option ids, its name "Impediment". */
const isUp = (id: string | null, name: string | null): boolean => Boolean(id || name);

/** A change, an act of a person, or, without either, the moment from which today's status holds although nothing says so. */
interface Event {
  readonly at: Date;
  readonly change: Change | null;
  readonly actorId: string | null;
}

/** All events in one order; an act at the very moment of a change comes after it. */
function eventsOf(issue: Issue, changes: readonly Change[], ofPresentStatus: boolean): Event[] {
  const events: Event[] = changes.map((change) => ({ at: change.entry.at, change, actorId: null }));
  const lastChange = events.at(-1)?.at.getTime() ?? 0;
  const present = { at: new Date(Math.max(lastChange, issue.updatedAt.getTime())), change: null, actorId: null };
  const acts = issue.acts.flatMap(({ at, authorId }) =>
    authorId === null ? [] : [{ at, change: null, actorId: authorId }],
  );
  return [...events, ...(ofPresentStatus ? [present] : []), ...acts].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function record(
  life: LifeWriter,
  at: number,
  { item, entry }: Change,
  move: StatusChange | undefined,
  movingEntries: ReadonlySet<HistoryEntry>,
): void {
  life.moveTo(at);
  switch (item.field) {
    case 'status':
      if (!move) return;
      if (move.from && !isSameStatus(move.from, life.status)) life.enter(move.from, INFERRED | ENTERED, null);
      life.enter(move.to, ENTERED, entry.authorId);
      return;
    case 'assignee':
      // Somebody who takes an issue over and moves it in one step has acted.
      life.assign(item.to ?? '', movingEntries.has(entry) ? entry.authorId : null);
      return;
    case 'project':
      life.moveProject(item.to ?? '');
      return;
    case 'flagged':
      life.flag(isUp(item.to, item.toName));
  }
}
