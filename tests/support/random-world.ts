import { seededRandom } from '../../server/analytics/statistics/seeded-random.ts';
import type { HistoryEntry, HistoryItem } from '../../server/domain/history.ts';
import type { Issue } from '../../server/domain/issue.ts';
import type { Project } from '../../server/domain/project.ts';
import type { Stage } from '../../server/domain/stage.ts';
import type { Status } from '../../server/domain/status.ts';
import type { Team } from '../../server/domain/team.ts';

export interface Biography {
  readonly issue: Issue;
  readonly history: readonly HistoryEntry[];
}

/** A made-up connection: issues with histories, some of them odd, and the workflow they move in. */
export interface RandomWorld {
  readonly biographies: readonly Biography[];
  readonly stages: readonly Stage[];
  readonly statuses: readonly Status[];
  readonly projects: readonly Project[];
  readonly teams: readonly Team[];
  /** Unix seconds. */
  readonly asOf: number;
}

const stage = (
  id: string,
  kind: Stage['kind'],
  statusIds: readonly string[],
  wipLimit: number | null = null,
): Stage => ({
  id,
  name: id,
  kind,
  statusIds,
  wipLimit,
});

export const worldStages: readonly Stage[] = [
  stage('Backlog', 'BACKLOG', ['1', '2']),
  stage('Ready', 'QUEUE', ['3']),
  stage('Build', 'ACTIVE', ['4', '5']),
  stage('Review', 'QUEUE', ['6'], 3),
  stage('Test', 'ACTIVE', ['7']),
  stage('Done', 'DONE', ['8']),
  stage('Released', 'DONE', ['9']),
];

/** 10 to 12 are in no stage; 12 only history knows. */
export const worldStatuses: readonly Status[] = [
  ...['1', '2', '3'].map((id) => ({ id, name: `S${id}`, category: 'TO_DO' as const, deleted: false })),
  ...['4', '5', '6', '7', '10'].map((id) => ({ id, name: `S${id}`, category: 'IN_PROGRESS' as const, deleted: false })),
  ...['8', '9', '11'].map((id) => ({ id, name: `S${id}`, category: 'DONE' as const, deleted: false })),
  { id: '12', name: 'S12', category: 'UNKNOWN', deleted: true },
];

const people = ['ann', 'bo', 'cy', null] as const;
const projectIds = ['p1', 'p2', 'p3'] as const;
const day = 86_400_000;

/** The same world for the same seed. `oddity` from 0 (clean histories) to 1 decides how often history is broken. */
export function randomWorld(seed: number, issueCount: number, oddity = 0.1): RandomWorld {
  const random = seededRandom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const start = Date.UTC(2024, 2, 1) + Math.floor(random() * 200 * day);
  const end = start + 120 * day;
  const biographies = Array.from({ length: issueCount }, (_, index) =>
    randomBiography({ random, pick, oddity, index, from: start, to: end }),
  );
  return {
    biographies,
    stages: worldStages,
    statuses: worldStatuses,
    projects: projectIds.map((id) => ({ id, key: id.toUpperCase(), name: id, archived: false })),
    teams: [{ id: 't1', name: 'Team', projectIds: ['p1', 'p2'], memberIds: [] }],
    asOf: Math.floor((end - Math.floor(random() * 5 * day)) / 1000),
  };
}

interface Odds {
  readonly random: () => number;
  readonly pick: <T>(values: readonly T[]) => T;
  readonly oddity: number;
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

function randomBiography(odds: Odds): Biography {
  const { random, pick, oddity, index, from, to } = odds;
  const odd = (): boolean => random() < oddity;
  const createdAt = from + Math.floor(random() * (to - from));
  const state = {
    status: odd() ? pick(['8', '10', '12']) : '1',
    assignee: pick(people),
    flagged: false,
    project: pick(projectIds),
  };
  const history: HistoryEntry[] = [];
  let at = odd() ? createdAt - Math.floor(random() * 3 * day) : createdAt;
  const steps = Math.floor(random() * 12);
  for (let step = 0; step < steps && at < to; step += 1) {
    at += Math.floor(pick([0, 300, 20_000, 7_200_000, day, 9 * day]) * random());
    const items = Array.from({ length: random() < 0.25 ? 2 : 1 }, () => randomItem(state, odds));
    history.push({
      id: String(1000 + index * 100 + step),
      at: new Date(at),
      authorId: pick(people),
      items: items.flat(),
    });
  }
  const kinds = ['COMMENT', 'WORKLOG'] as const;
  const acts = Array.from({ length: Math.floor(random() * 5) }, (_, act) => ({
    kind: pick(kinds),
    at: new Date(createdAt + Math.floor(random() * 40 * day)),
    authorId: pick(people),
    seconds: 600 * act,
  })).sort((a, b) => a.at.getTime() - b.at.getTime());
  const present = odd() ? pick(['4', '8']) : state.status;
  const resolved = random() < 0.7;
  const issue: Issue = {
    id: String(10_000 + index),
    key: `${state.project.toUpperCase()}-${index + 1}`,
    projectId: state.project,
    summary: `Issue ${index}`,
    type: pick(['Story', 'Bug', 'Task']),
    subtask: random() < 0.15,
    priority: pick(['High', 'Low', null]),
    statusId: present,
    statusName: `S${present}`,
    resolution: resolved ? pick(['Done', "WON'T DO", 'Duplicate', 'Fixed']) : null,
    resolvedAt: resolved ? new Date(Math.max(at, createdAt)) : null,
    assigneeId: state.assignee,
    reporterId: null,
    parentId: random() < 0.3 ? String(10_000 + Math.floor(random() * (index + 1))) : null,
    labels: ['red', 'blue'].filter(() => random() < 0.3),
    storyPoints: null,
    flagged: state.flagged,
    createdAt: new Date(createdAt),
    updatedAt: new Date(Math.max(at, createdAt) + (odd() ? day : 0)),
    acts,
  };
  const shuffled = history.sort(() => random() - 0.5);
  const sprints = randomSprints(index, createdAt, Math.max(at, createdAt));
  const flagReasons = history
    .filter(({ items }) => items.some(({ field, to }) => field === 'flagged' && to))
    .map(({ at }, place) => ({ at, text: `Reason ${(index + place) % 3}` }));
  return { issue: { ...issue, sprints: sprints.today, flagReasons }, history: [...shuffled, ...sprints.history] };
}

/** Sprints an issue comes into and goes out of between two moments; of a chance of its own, so that all else stays as it is. */
function randomSprints(index: number, from: number, to: number) {
  const random = seededRandom(index);
  let inside: string[] = [];
  const moments = Array.from({ length: Math.floor(random() * 4) }, () => from + Math.floor(random() * (to - from)));
  const history = moments
    .sort((a, b) => a - b)
    .map((at, step): HistoryEntry => {
      const id = String(70 + Math.floor(random() * 4));
      const before = inside.join(', ');
      inside = inside.includes(id) ? inside.filter((each) => each !== id) : [...inside, id];
      const item = { field: 'sprint', from: before, to: inside.join(', '), fromName: null, toName: null };
      return { id: String(5_000 + index * 100 + step), at: new Date(at), authorId: null, items: [item] };
    });
  const today = inside.map((id) => ({
    id,
    startedAt: random() < 0.7 ? new Date(to - day) : null,
    completedAt: random() < 0.3 ? new Date(to) : null,
  }));
  return { history, today };
}

interface State {
  status: string;
  assignee: string | null;
  flagged: boolean;
  project: string;
}

/** One step of a walk that mostly goes forward, and what the changelog says of it. */
function randomItem(state: State, { random, pick, oddity }: Odds): HistoryItem[] {
  const roll = random();
  if (roll < 0.65) {
    const from = random() < oddity ? pick(['3', '6']) : state.status;
    const place = Number(state.status);
    const to =
      random() < oddity
        ? pick(['10', '11', '12', state.status])
        : String(
            Math.min(
              9,
              Math.max(
                1,
                place > 9 ? 4 : place + (random() < 0.75 ? Math.ceil(random() * 3) : -Math.ceil(random() * 4)),
              ),
            ),
          );
    state.status = to;
    return [{ field: 'status', from, to, fromName: `S${from}`, toName: `S${to}` }];
  }
  if (roll < 0.83) {
    const from = state.assignee;
    state.assignee = pick(people);
    return [{ field: 'assignee', from, to: state.assignee, fromName: null, toName: null }];
  }
  if (roll < 0.94) {
    const up = !state.flagged;
    state.flagged = up;
    const [set, unset] = [
      { id: '[10019]', name: 'Impediment' },
      { id: '', name: '' },
    ];
    const [from, to] = up ? [unset, set] : [set, unset];
    return [{ field: 'flagged', from: from.id, to: to.id, fromName: from.name, toName: to.name }];
  }
  const from = state.project;
  state.project = pick(projectIds);
  return [
    { field: 'key', from: null, to: null, fromName: `${from}-1`, toName: `${state.project}-1` },
    { field: 'project', from, to: state.project, fromName: from, toName: state.project },
  ];
}
