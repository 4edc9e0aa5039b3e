import { accounts } from '../world/account.ts';
import type { SiteCatalog } from '../world/catalog.ts';
import { issueType, priorityList, projectEntry, resolutionList, statusEntry } from './catalog-parts.ts';
import { dealCrews } from './crews.ts';
import { Draw } from './draw.ts';
import { fieldList } from './field-list.ts';
import type { FlowProfile } from './flow-profile.ts';
import { accountUser, appUser, drawPeople } from './people.ts';
import type { SitePlan } from './site-plan.ts';
import { englishWords } from './words.ts';

export const lakesideId = '7b0c2d64-1e2f-4a5b-8c6d-9e0f1a2b3c02';
const url = 'https://lakeside-works.atlassian.net';
const statusIds = ['10000', '10001', '10002', '3', '10004', '10005'];

/**
 * A small kanban site. Its project 10000 is called CORE and its issues count from 10001, exactly as those of Northwind Labs:
 * native ids and keys say nothing across sites.
 */
export function planLakeside(seed: number): SitePlan {
  const people = drawPeople(url, 11, 1, 'Europe/London', new Draw(seed ^ 0x0b0b));
  const bob = accounts.filter((account) => account.name === 'bob').map((account) => accountUser(url, account));
  const automation = appUser(url, 'Automation for Jira');
  const [crew] = dealCrews(people, 1);
  if (!crew) throw new Error('one crew was asked for');
  const types = [
    ['10001', 3],
    ['10002', 2],
  ] as const;
  const project = { crew, types, epicType: undefined, subtaskType: undefined, boardId: undefined };
  return {
    catalog: { ...catalog, users: [...bob, automation, ...people] },
    profile: flow,
    projects: [
      { id: '10000', count: 168, movesTo: '10001', ...project },
      { id: '10001', count: 72, movesTo: undefined, ...project },
    ],
    historyDays: 330,
    words: englishWords,
    labels: ['expedite', 'maintenance', 'website'],
    automation: String(automation.accountId),
    hasPoints: false,
  };
}

const names = ['Ideas', 'Ready', 'Doing', 'Checking', 'Shipped', 'Archived'] as const;
const categories = ['new', 'new', 'indeterminate', 'indeterminate', 'done', 'done'] as const;

const catalog: Omit<SiteCatalog, 'users'> = {
  id: lakesideId,
  name: 'Lakeside',
  url,
  timeZone: 'Europe/London',
  accounts: ['bob'],
  statuses: names.map((name, index) =>
    statusEntry(url, { id: statusIds[index] ?? '', name, category: categories[index] ?? 'new' }),
  ),
  issueTypes: [issueType(url, '10001', 'Task', 0), issueType(url, '10002', 'Defect', 0)],
  priorities: priorityList(url, ['Urgent', 'High', 'Normal', 'Low']),
  resolutions: resolutionList(url, ['Done', "Won't Do", 'Duplicate']),
  fields: fieldList({ sprint: 10_120, flagged: 10_031, rank: 10_018 }),
  projects: [
    projectEntry(url, { id: '10000', key: 'CORE', name: 'Core Website', issueTypeIds: ['10001', '10002'], statusIds }),
    projectEntry(url, { id: '10001', key: 'OPS', name: 'Operations', issueTypeIds: ['10001', '10002'], statusIds }),
  ],
  boards: [
    {
      id: 1,
      type: 'kanban',
      name: 'Everything',
      projectId: '10000',
      columns: names.map((name, index) => ({
        name,
        statusIds: [statusIds[index] ?? ''],
        ...(index === 2 ? { max: 5 } : {}),
      })),
    },
  ],
  sprints: [],
};

/** Shipped work is archived some days later: two done statuses in a row. */
const flow: FlowProfile = {
  stages: [
    { status: { '*': '10000' }, kind: 'backlog', medianDays: 20, spread: 1 },
    { status: { '*': '10001' }, kind: 'ready', medianDays: 5, spread: 0.9 },
    { status: { '*': '10002' }, kind: 'active', medianDays: 3.5, spread: 0.8, taker: 'developer', flagged: 0.1 },
    {
      status: { '*': '3' },
      kind: 'active',
      medianDays: 1.2,
      spread: 0.8,
      taker: 'tester',
      sentBack: { to: 2, chance: 0.1 },
    },
    { status: { '*': '10004' }, kind: 'queue', medianDays: 6, spread: 0.4 },
    { status: { '*': '10005' }, kind: 'done', medianDays: 0, spread: 0 },
  ],
  startStage: 2,
  discarded: 0.1,
  closedFromBacklog: 0.03,
  reopened: 0.03,
  handedOver: 0.1,
  moved: 0.03,
  resolutions: { done: '10000', discarded: '10001', duplicate: '10002' },
  detours: [],
};
