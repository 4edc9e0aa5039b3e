import type { HistoryEntry, HistoryItem } from '../../server/domain/history.ts';
import type { Act } from '../../server/domain/issue.ts';
import type { Odds } from './odds.ts';
import { type projects, type StatusName, statuses } from './workflow.ts';

const flagUp = { id: '[10019]', name: 'Impediment' };
const flagDown = { id: '', name: '' };

/** An issue's values as they change, and the changelog that says so. Ends at `until` (ms): what would come later does not. */
export class MadeLife {
  readonly history: HistoryEntry[] = [];
  readonly acts: Act[] = [];
  status: StatusName;
  assignee: string | null = null;
  project: (typeof projects)[number];
  flagged = false;
  resolution: string | null = null;
  resolvedAt: number | null = null;
  /** The last moment at which something happened, ms. */
  at: number;
  readonly #odds: Odds;
  readonly #until: number;
  readonly #firstEntryId: number;

  constructor(
    odds: Odds,
    {
      createdAt,
      until,
      status,
      project,
      firstEntryId,
    }: Pick<MadeLife, 'status' | 'project'> & {
      createdAt: number;
      until: number;
      firstEntryId: number;
    },
  ) {
    this.#odds = odds;
    this.#until = until;
    this.#firstEntryId = firstEntryId;
    this.at = createdAt;
    this.status = status;
    this.project = project;
  }

  /** Goes on by some hours to the next moment at which people work. False when that lies ahead of the world. */
  passes(hours: number): boolean {
    const next = this.#odds.atWork(this.at + this.#odds.wait(hours));
    // Within seconds of the last change where people click through; never within the same.
    const after = Math.max(next, this.at + 5_000 + this.#odds.below(120_000));
    if (after >= this.#until) return false;
    this.at = after;
    return true;
  }

  /** Enters a status, possibly with a new assignee in the same step. */
  enter(status: StatusName, author: string | null, assignee: string | null = this.assignee): void {
    const items: HistoryItem[] = [statusItem(this.status, status)];
    if (assignee !== this.assignee) items.push(assigneeItem(this.assignee, assignee));
    this.assignee = assignee;
    const isDone = status === 'DONE' || status === 'CLOSED';
    if (isDone && this.resolution === null) items.push(resolutionItem(null, this.#resolve('Done')));
    if (!isDone && this.resolution !== null) items.push(resolutionItem(this.resolution, this.#resolve(null)));
    this.status = status;
    this.#record(author, items);
  }

  /** Closes it with a resolution that says the work was dropped. */
  drop(author: string | null, resolution: string): void {
    this.#resolve(resolution);
    const items = [statusItem(this.status, 'DONE'), resolutionItem(null, resolution)];
    this.status = 'DONE';
    this.#record(author, items);
  }

  assign(person: string | null, author: string | null): void {
    if (person === this.assignee) return;
    const item = assigneeItem(this.assignee, person);
    this.assignee = person;
    this.#record(author, [item]);
  }

  flag(up: boolean, author: string | null): void {
    const [before, after] = up ? [flagDown, flagUp] : [flagUp, flagDown];
    this.flagged = up;
    this.#record(author, [
      { field: 'flagged', from: before.id, to: after.id, fromName: before.name, toName: after.name },
    ]);
  }

  moveTo(project: (typeof projects)[number], author: string | null): void {
    const [from, to] = [this.project, project];
    if (from === to) return;
    this.project = project;
    this.#record(author, [{ field: 'project', from: from.id, to: to.id, fromName: from.name, toName: to.name }]);
  }

  act(kind: Act['kind'], authorId: string | null): void {
    this.acts.push({ kind, at: new Date(this.at), authorId, seconds: kind === 'WORKLOG' ? 3_600 : 0 });
  }

  #resolve(resolution: string | null): string | null {
    this.resolution = resolution;
    this.resolvedAt = resolution === null ? null : this.at;
    return resolution;
  }

  #record(authorId: string | null, items: readonly HistoryItem[]): void {
    const id = String(this.#firstEntryId + this.history.length);
    this.history.push({ id, at: new Date(this.at), authorId, items });
  }
}

function statusItem(from: StatusName, to: StatusName): HistoryItem {
  const [before, after] = [statuses[from], statuses[to]];
  return { field: 'status', from: before.id, to: after.id, fromName: before.name, toName: after.name };
}

const assigneeItem = (from: string | null, to: string | null): HistoryItem => ({
  field: 'assignee',
  from,
  to,
  fromName: null,
  toName: null,
});

const resolutionItem = (from: string | null, to: string | null): HistoryItem => ({
  field: 'resolution',
  from: from && '1',
  to: to && '1',
  fromName: from,
  toName: to,
});
