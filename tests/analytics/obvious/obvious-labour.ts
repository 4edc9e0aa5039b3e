import type { Biography, RandomWorld } from '../../support/random-world.ts';
import { type ObviousLife, obviousLife, placeOf } from './obvious-life.ts';
import { obviousPlaces } from './obvious-places.ts';
import type { ObviousQuestion } from './obvious-question.ts';
import { obviousScope } from './obvious-scope.ts';

type Life = Biography & ObviousLife;

/** A part of somebody's day that went into an issue. */
export interface ObviousSlice {
  /** Midnight of the day, Unix seconds. */
  readonly day: number;
  readonly person: string;
  readonly share: number;
  /** Of the issue worked on; `booked` stands for its parent if that is a subtask. */
  readonly status: string;
  readonly isLater: boolean;
  readonly isRework: boolean;
  readonly booked: Biography['issue'];
}

export interface ObviousLabour {
  readonly method: 'EVEN_SPLIT' | 'WORKLOGS';
  /** Of issues in scope. */
  readonly slices: readonly ObviousSlice[];
  readonly people: number;
  /** Midnight of each day, and the part of its working hours that is over at asOf. */
  readonly days: readonly { readonly day: number; readonly part: number }[];
}

interface Piece extends Omit<ObviousSlice, 'day' | 'person' | 'share'> {
  readonly life: Life;
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly owner: string | null;
}

const hour = 3600;

/** Goes through every day of the window, and in it through every piece of every life. */
export function obviousLabour(asked: ObviousQuestion): ObviousLabour {
  const { world, w0, w1 } = asked;
  const pieces = world.biographies.flatMap((biography) =>
    piecesOf({ ...biography, ...obviousLife(biography, world) }, world),
  );
  const inScope = scopeOf(asked);
  const isPaidFor = (piece: Piece): boolean =>
    inScope(piece) && piece.kind !== 'DONE' && Math.max(piece.from, w0) < Math.min(piece.to, w1);
  const paid = new Set(pieces.filter(isPaidFor).flatMap(({ owner }) => owner ?? []));
  const days: { day: number; part: number }[] = [];
  for (let day = w0; day < w1; day += 24 * hour) {
    const weekday = new Date(day * 1000).getUTCDay();
    const over = Math.min(day + 17 * hour, world.asOf) - (day + 9 * hour);
    if (weekday > 0 && weekday < 6 && over > 0) days.push({ day, part: over / (8 * hour) });
  }
  const logged = days.flatMap(({ day, part }) => loggedOn(day, part, pieces, world));
  const loggedByPaid = logged.filter(({ slice }) => paid.has(slice.person));
  const paidDays = paid.size * sum(days.map(({ part }) => part));
  const method =
    paidDays > 0 && sum(loggedByPaid.map(({ slice }) => slice.share)) >= 0.8 * paidDays - 1e-9
      ? 'WORKLOGS'
      : 'EVEN_SPLIT';
  const all = method === 'WORKLOGS' ? loggedByPaid : days.flatMap(({ day, part }) => splitOf(day, part, pieces));
  return {
    method,
    slices: all.filter(({ piece }) => inScope(piece)).map(({ slice }) => slice),
    people: paid.size,
    days,
  };
}

interface Worked {
  readonly piece: Piece;
  readonly slice: ObviousSlice;
}

function splitOf(day: number, part: number, pieces: readonly Piece[]): Worked[] {
  const work = pieces.flatMap((piece) => {
    const seconds = Math.min(piece.to, day + 17 * hour) - Math.max(piece.from, day + 9 * hour);
    const { owner } = piece;
    return piece.kind === 'ACTIVE' && owner && seconds > 0 ? [{ piece, owner, seconds }] : [];
  });
  return work.map(({ piece, owner, seconds }) => {
    const own = work.filter((other) => other.owner === owner);
    const issues = new Set(own.map((other) => other.piece.life.issue.id));
    const onIssue = own.filter((other) => other.piece.life.issue.id === piece.life.issue.id);
    const share = ((part / issues.size) * seconds) / sum(onIssue.map((other) => other.seconds));
    return { piece, slice: sliceOf(piece, day, owner, share) };
  });
}

/** What was logged on a day, by people known, before asOf; more than the day's hours counts as these. */
function loggedOn(day: number, part: number, pieces: readonly Piece[], { asOf }: RandomWorld): Worked[] {
  const logs = pieces.flatMap((piece) => {
    const isFirst = piece.from === piece.life.created;
    return piece.life.issue.acts.flatMap((act) => {
      const at = Math.floor(act.at.getTime() / 1000);
      const isHere = (at >= piece.from || isFirst) && at < piece.to;
      if (act.kind !== 'WORKLOG' || !act.authorId || act.seconds <= 0 || !isHere) return [];
      return at >= day && at < day + 24 * hour && at < asOf
        ? [{ piece, author: act.authorId, seconds: act.seconds }]
        : [];
    });
  });
  return logs.map(({ piece, author, seconds }) => {
    const whole = sum(logs.filter((other) => other.author === author).map((other) => other.seconds));
    const share = (part * seconds) / Math.max(whole, part * 8 * hour);
    return { piece, slice: sliceOf(piece, day, author, share) };
  });
}

const sliceOf = ({ status, isLater, isRework, booked }: Piece, day: number, person: string, share: number) => ({
  day,
  person,
  share,
  status,
  isLater,
  isRework,
  booked,
});

/** What an issue was between each two of its turns. */
function piecesOf(life: Life, world: RandomWorld): Piece[] {
  const visits = obviousPlaces(life, world, 'STATUS');
  const booked = bookedOn(life.issue, world);
  let highest = Number.NEGATIVE_INFINITY;
  return life.turns.flatMap((from, index): Piece[] => {
    const to = Math.min(life.turns[index + 1] ?? Number.POSITIVE_INFINITY, world.asOf);
    if (from >= to) return [];
    const status = life.stays.find((stay) => stay.from <= from && from < stay.to)?.status ?? '';
    const { kind, rank } = placeOf(status, world);
    const isRework = rank < highest && from < (life.doneAt ?? Number.POSITIVE_INFINITY);
    if (rank > highest) highest = rank;
    const before = visits.filter((visit) => visit.to <= from);
    const isLater = before.some(({ place }) => place === status);
    return [{ life, from, to, status, kind, owner: life.ownerAt(from), isLater, isRework, booked }];
  });
}

/** A subtask's parent, as far up as parents are subtasks; the issue itself when they go in a circle. */
function bookedOn(issue: Biography['issue'], world: RandomWorld): Biography['issue'] {
  let booked = issue;
  for (let steps = 0; booked.subtask; steps += 1) {
    if (steps > 30) return issue;
    const { parentId } = booked;
    const parent = parentId && world.biographies.find((other) => other.issue.id === parentId)?.issue;
    if (!parent) return booked;
    booked = parent;
  }
  return booked;
}

function scopeOf({ world, scope, includeSubtasks }: ObviousQuestion): (piece: Piece) => boolean {
  const idsIn = (withSubtasks: boolean): Set<string> =>
    new Set(obviousScope(world, { ...scope, includeSubtasks: withSubtasks }).map(({ issue }) => issue.id));
  const ids = idsIn(includeSubtasks);
  const orWithSubtasks = idsIn(true);
  return ({ life: { issue }, booked }) =>
    ids.has(issue.id) ||
    ids.has(booked.id) ||
    // Nobody else stands for a subtask without a parent.
    (booked.subtask && orWithSubtasks.has(booked.id));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
