import { segmentBits } from '../../domain/flow-chunk.ts';
import type { Segment } from './segment.ts';
import type { NamedStatus } from './status-changes.ts';

const { BLOCKED, HANDOFF_WAIT, ENTERED, INFERRED, CLAMPED } = segmentBits;
/** Bits that say how a status was entered rather than how things stand. */
const entryBits = ENTERED | CLAMPED;

interface Birth {
  readonly from: number;
  readonly status: string;
  readonly statusName: string;
  readonly assignee: string;
  readonly project: string;
  readonly flagged: boolean;
}

/** Writes a life forward in time: each verb changes one thing at the moment reached last. */
export class LifeWriter {
  readonly segments: Segment[];
  readonly #created: number;
  #now: number;
  #clamped = 0;
  /**
   * The last person who owned the issue before this second, spells without an owner left out: owning it for 0 s is,
   * like a stay of 0 s, none.
   */
  #formerOwner: string;

  constructor({ from, status, statusName, assignee, project, flagged }: Birth) {
    this.#created = from;
    this.#now = from;
    this.#formerOwner = assignee;
    this.segments = [{ from, status, statusName, assignee, project, bits: ENTERED | (flagged ? BLOCKED : 0) }];
  }

  get status(): NamedStatus {
    const { status, statusName } = this.#last();
    return { id: status, name: statusName };
  }

  /** Moves on, never back: what is dated before the creation counts at it. */
  moveTo(at: number): void {
    this.#clamped = at < this.#created ? CLAMPED : 0;
    if (at <= this.#now) return;
    this.#now = at;
    this.#formerOwner = this.#last().assignee || this.#formerOwner;
  }

  /** Enters a status; `how` is INFERRED, when no record says so, and ENTERED. */
  enter({ id, name }: NamedStatus, how: number, authorId: string | null): void {
    const last = this.#last();
    // Something else changed in the second in which the status is left: that piece has no length and is no visit.
    if (last.from === this.#now && (last.bits & ENTERED) === 0) this.segments.pop();
    const acted = authorId !== null && authorId === last.assignee;
    const bits = (last.bits & ~(entryBits | INFERRED | (acted ? HANDOFF_WAIT : 0))) | how | this.#clamped;
    this.segments.push({ ...last, from: this.#now, status: id, statusName: name, bits });
  }

  /**
   * Hands the issue to a person, or to nobody (''). A different person than the last owner is waited for, unless
   * `actor`, who moved the issue in the same step, is that person.
   */
  assign(person: string, actor: string | null): void {
    const { assignee, bits } = this.#last();
    if (person === assignee) return;
    const isHandoff = person !== '' && this.#formerOwner !== '' && person !== this.#formerOwner;
    const waits = isHandoff && actor !== person;
    this.#change({ assignee: person, bits: waits ? bits | HANDOFF_WAIT : bits & ~HANDOFF_WAIT });
  }

  /** Somebody commented or logged work, which matters when the issue waits for them. */
  act(at: number, authorId: string): void {
    const { assignee, bits } = this.#last();
    if (authorId !== assignee || (bits & HANDOFF_WAIT) === 0) return;
    this.moveTo(at);
    this.#change({ bits: bits & ~HANDOFF_WAIT });
  }

  flag(up: boolean): void {
    const { bits } = this.#last();
    if (up !== ((bits & BLOCKED) !== 0)) this.#change({ bits: up ? bits | BLOCKED : bits & ~BLOCKED });
  }

  moveProject(project: string): void {
    if (project !== this.#last().project) this.#change({ project });
  }

  /** Changes something beside the status: a piece of no length is never left behind for it. */
  #change(change: Partial<Segment>): void {
    const last = this.#last();
    const changed = { ...last, ...change };
    if (last.from === this.#now) this.segments[this.segments.length - 1] = changed;
    else this.segments.push({ ...changed, from: this.#now, bits: changed.bits & ~entryBits });
  }

  #last(): Segment {
    const last = this.segments.at(-1);
    if (!last) throw new Error('a life has at least one segment');
    return last;
  }
}
