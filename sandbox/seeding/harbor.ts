import { accounts } from '../world/account.ts';
import type { SiteCatalog, SprintEntry } from '../world/catalog.ts';
import { issueType, priorityList, projectEntry, resolutionList, statusEntry } from './catalog-parts.ts';
import { dealCrews } from './crews.ts';
import { Draw } from './draw.ts';
import { fieldList } from './field-list.ts';
import type { FlowProfile } from './flow-profile.ts';
import { dayMs } from './live-issue.ts';
import { accountUser, appUser, drawPeople } from './people.ts';
import type { SitePlan } from './site-plan.ts';
import { germanWords } from './words.ts';

export const harborId = '9d1e3f86-2a3b-4c4d-9e7f-1a2b3c4d5e03';
const url = 'https://harbor-logistik.atlassian.net';
const statusIds = ['10000', '10001', '10002', '10003', '10004', '10005', '10006'];

/** A German site with an acceptance step at the end; names are localised, `untranslatedName` tells the English ones. */
export function planHarbor(anchor: number, seed: number): SitePlan {
  const people = drawPeople(url, 16, 2, 'Europe/Berlin', new Draw(seed ^ 0x0ca41a));
  const known = accounts.filter((account) => ['alice', 'carla'].includes(account.name));
  const automation = appUser(url, 'Automation for Jira');
  const [quay, customs] = dealCrews(people, 2);
  if (!quay || !customs) throw new Error('two crews were asked for');
  const types = [
    ['10001', 4],
    ['10002', 2],
    ['10004', 2],
  ] as const;
  const project = { types, epicType: '10000', subtaskType: '10003' };
  return {
    catalog: {
      ...catalog(anchor),
      users: [...known.map((account) => accountUser(url, account)), automation, ...people],
    },
    profile: flow,
    projects: [
      { id: '10000', count: 260, crew: quay, movesTo: '10001', boardId: 1, ...project },
      { id: '10001', count: 160, crew: customs, movesTo: undefined, boardId: undefined, ...project },
    ],
    historyDays: 400,
    words: germanWords,
    labels: ['zoll', 'kran', 'altlast', 'kunde'],
    automation: String(automation.accountId),
    hasPoints: true,
  };
}

const statuses = [
  ['Zu erledigen', 'To Do', 'new'],
  ['Eingeplant', 'Planned', 'new'],
  ['In Arbeit', 'In Progress', 'indeterminate'],
  ['Wartet auf Abnahme', 'Waiting for Acceptance', 'indeterminate'],
  ['In Abnahme', 'In Acceptance', 'indeterminate'],
  ['Freigegeben', 'Released', 'indeterminate'],
  ['Fertig', 'Done', 'done'],
] as const;
const categoryNames = { new: 'Zu erledigen', indeterminate: 'In Arbeit', done: 'Fertig' };

function catalog(anchor: number): Omit<SiteCatalog, 'users'> {
  const issueTypeIds = ['10000', '10001', '10002', '10003', '10004'];
  const columns = statuses.map(([name], index) => ({ name, statusIds: [statusIds[index] ?? ''] }));
  return {
    id: harborId,
    name: 'Harbor',
    url,
    timeZone: 'Europe/Berlin',
    accounts: ['alice', 'carla'],
    statuses: statuses.map(([name, english, category], index) =>
      statusEntry(url, { id: statusIds[index] ?? '', name, english, category, categoryName: categoryNames[category] }),
    ),
    issueTypes: [
      issueType(url, '10000', 'Epos', 1),
      issueType(url, '10001', 'Anforderung', 0),
      issueType(url, '10002', 'Aufgabe', 0),
      issueType(url, '10003', 'Unteraufgabe', -1),
      issueType(url, '10004', 'Fehler', 0),
    ],
    priorities: priorityList(url, ['Höchste', 'Hoch', 'Mittel', 'Niedrig', 'Niedrigste']),
    resolutions: resolutionList(url, ['Fertig', 'Wird nicht erledigt', 'Duplikat']),
    fields: fieldList({ sprint: 10_007, flagged: 10_044, rank: 10_011, storyPoints: 10_026 }),
    projects: [
      projectEntry(url, { id: '10000', key: 'KAI', name: 'Kaibetrieb', issueTypeIds, statusIds }),
      projectEntry(url, { id: '10001', key: 'CORE', name: 'Zollkern', issueTypeIds, statusIds }),
    ],
    boards: [
      { id: 1, type: 'scrum', name: 'KAI-Board', projectId: '10000', columns, estimationFieldId: 'customfield_10026' },
      { id: 2, type: 'kanban', name: 'Zoll', projectId: '10001', columns },
    ],
    sprints: sprints(anchor),
  };
}

function sprints(anchor: number): SprintEntry[] {
  const length = 21 * dayMs;
  const start = Math.floor((anchor - 410 * dayMs) / length) * length + 4 * dayMs + 8 * 3_600_000;
  return Array.from({ length: 24 }, (_, index) => ({
    id: 1 + index,
    boardId: 1,
    name: `KAI ${index + 1}`,
    goal: 'Pünktlich ablegen',
    startsAt: start + index * length,
    endsAt: start + (index + 1) * length - 3_600_000,
  }));
}

const flow: FlowProfile = {
  stages: [
    { status: { '*': '10000' }, kind: 'backlog', medianDays: 16, spread: 1 },
    { status: { '*': '10001' }, kind: 'ready', medianDays: 6, spread: 0.6 },
    { status: { '*': '10002' }, kind: 'active', medianDays: 4, spread: 0.7, taker: 'developer', flagged: 0.18 },
    { status: { '*': '10003' }, kind: 'queue', medianDays: 3, spread: 0.7 },
    {
      status: { '*': '10004' },
      kind: 'active',
      medianDays: 1,
      spread: 0.7,
      taker: 'tester',
      sentBack: { to: 2, chance: 0.25 },
    },
    { status: { '*': '10005' }, kind: 'queue', medianDays: 2, spread: 0.5, skipped: 0.2 },
    { status: { '*': '10006' }, kind: 'done', medianDays: 0, spread: 0 },
  ],
  startStage: 2,
  discarded: 0.06,
  closedFromBacklog: 0.01,
  reopened: 0.06,
  handedOver: 0.3,
  moved: 0.02,
  resolutions: { done: '10000', discarded: '10001', duplicate: '10002' },
  detours: [],
};
