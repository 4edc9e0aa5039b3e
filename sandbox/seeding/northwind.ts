import { accounts } from '../world/account.ts';
import type { SiteCatalog, SprintEntry } from '../world/catalog.ts';
import { issueType, priorityList, projectEntry, resolutionList, statusEntry } from './catalog-parts.ts';
import { dealCrews } from './crews.ts';
import { Draw } from './draw.ts';
import { fieldList } from './field-list.ts';
import { dayMs } from './live-issue.ts';
import { northwindFlow } from './northwind-flow.ts';
import { accountUser, appUser, drawPeople } from './people.ts';
import type { SitePlan } from './site-plan.ts';
import { englishWords } from './words.ts';

export const northwindId = '5e4b1a52-6c1d-4d0e-9a53-0f1c2d3e4a01';
const url = 'https://northwind-labs.atlassian.net';
const labIds = ['10020', '10021', '10022', '10023', '10024', '10025', '10026', '10027'];
const companyIds = ['10000', '10001', '3', '10002', '10003', '10004', '10005', '10006'];

const teams = (...names: string[]) => ({ fieldId: 'customfield_10001', names });

/** The big site: 2,664 issues of four projects, of which one is team-managed and owns statuses of the same names. */
export function planNorthwind(anchor: number, seed: number): SitePlan {
  const draw = new Draw(seed ^ 0x0a11ce);
  const people = drawPeople(url, 38, 4, 'America/New_York', draw);
  const alice = accounts.filter((account) => account.name === 'alice').map((account) => accountUser(url, account));
  const automation = appUser(url, 'Automation for Jira');
  const [core, payments, mobile, lab] = dealCrews(people, 4);
  if (!core || !payments || !mobile || !lab) throw new Error('four crews were asked for');
  const types = [
    ['10001', 5],
    ['10002', 3],
    ['10004', 3],
  ] as const;
  const company = { types, epicType: '10000', subtaskType: '10003' };
  const labTypes = {
    types: [
      ['10011', 5],
      ['10012', 2],
    ] as const,
    epicType: '10010',
    subtaskType: undefined,
  };
  return {
    catalog: { ...catalog(anchor), users: [...alice, automation, ...people] },
    profile: northwindFlow(anchor),
    projects: [
      {
        id: '10000',
        count: 1012,
        crew: core,
        ...company,
        teams: teams('Falcon', 'Heron'),
        movesTo: '10002',
        boardId: 1,
      },
      { id: '10001', count: 764, crew: payments, ...company, teams: teams('Ledger'), movesTo: '10000', boardId: 2 },
      {
        id: '10002',
        count: 548,
        crew: mobile,
        ...company,
        teams: teams('Pocket'),
        movesTo: '10003',
        boardId: undefined,
      },
      { id: '10003', count: 340, crew: lab, ...labTypes, movesTo: undefined, boardId: undefined },
    ],
    historyDays: 548,
    words: englishWords,
    labels: ['backend', 'frontend', 'tech-debt', 'security', 'customer', 'performance', 'api'],
    automation: String(automation.accountId),
    hasPoints: true,
  };
}

function catalog(anchor: number): Omit<SiteCatalog, 'users'> {
  const names = [
    'Backlog',
    'Selected for Development',
    'In Progress',
    'Waiting for Review',
    'In Review',
    'Ready for QA',
    'In QA',
    'Done',
  ];
  const category = (index: number) => (index < 2 ? 'new' : index === 7 ? 'done' : 'indeterminate');
  const ownStatuses = (ids: readonly string[], projectId?: string) =>
    names.map((name, index) =>
      statusEntry(url, {
        id: ids[index] ?? '',
        name,
        category: category(index),
        ...(projectId === undefined ? {} : { projectId }),
        ...(ids[index] === '10003' ? { formerly: { name: 'Code Review', until: anchor - 400 * dayMs } } : {}),
      }),
    );
  return {
    id: northwindId,
    name: 'Northwind Labs',
    url,
    timeZone: 'America/New_York',
    accounts: ['alice'],
    statuses: [
      ...ownStatuses(companyIds),
      statusEntry(url, { id: '10010', name: 'Ready for Merge', category: 'indeterminate', deleted: true }),
      statusEntry(url, { id: '10011', name: 'On Hold', category: 'new', deleted: true }),
      ...ownStatuses(labIds, '10003'),
    ],
    issueTypes: [
      issueType(url, '10000', 'Epic', 1),
      issueType(url, '10001', 'Story', 0),
      issueType(url, '10002', 'Task', 0),
      issueType(url, '10003', 'Sub-task', -1),
      issueType(url, '10004', 'Bug', 0),
      issueType(url, '10010', 'Epic', 1, '10003'),
      issueType(url, '10011', 'Experiment', 0, '10003'),
      issueType(url, '10012', 'Task', 0, '10003'),
    ],
    priorities: priorityList(url, ['Highest', 'High', 'Medium', 'Low', 'Lowest']),
    resolutions: resolutionList(url, ['Done', "Won't Do", 'Duplicate', 'Cannot Reproduce']),
    fields: fieldList({ sprint: 10_020, flagged: 10_021, rank: 10_019, pointEstimate: 10_016, team: 10_001 }),
    projects: [
      project('10000', 'CORE', 'Core Platform'),
      project('10001', 'PAY', 'Payments'),
      project('10002', 'MOB', 'Mobile'),
      projectEntry(url, {
        id: '10003',
        key: 'LAB',
        name: 'Insights Lab',
        isTeamManaged: true,
        issueTypeIds: ['10010', '10011', '10012'],
        statusIds: labIds,
      }),
    ],
    boards: [
      board(1, 'scrum', 'Core board', '10000', companyIds),
      board(2, 'scrum', 'Payments board', '10001', companyIds),
      board(3, 'kanban', 'Mobile flow', '10002', companyIds),
      board(4, 'simple', 'Lab board', '10003', labIds),
    ],
    sprints: [...sprints(1, 'Core', 75, anchor), ...sprints(2, 'Payments', 175, anchor)],
  };
}

function project(id: string, key: string, name: string) {
  const issueTypeIds = ['10000', '10001', '10002', '10003', '10004'];
  return projectEntry(url, { id, key, name, issueTypeIds, statusIds: companyIds });
}

function board(
  id: number,
  type: 'scrum' | 'kanban' | 'simple',
  name: string,
  projectId: string,
  ids: readonly string[],
) {
  const [backlog = '', selected = '', progress = '', waiting = '', review = '', ready = '', testing = '', done = ''] =
    ids;
  const columns = [
    { name: 'To Do', statusIds: [backlog, selected] },
    { name: 'In Progress', statusIds: [progress], max: 12 },
    { name: 'Review', statusIds: [waiting, review], max: 8 },
    { name: 'QA', statusIds: [ready, testing] },
    { name: 'Done', statusIds: [done] },
  ];
  return {
    id,
    type,
    name,
    projectId,
    columns,
    ...(type === 'kanban' ? {} : { estimationFieldId: 'customfield_10016' }),
  };
}

/** Two weeks each, without a gap, from before the first issue until after the last scheduled move. */
function sprints(boardId: number, team: string, firstId: number, anchor: number): SprintEntry[] {
  const length = 14 * dayMs;
  const start = Math.floor((anchor - 560 * dayMs) / length) * length + 4 * dayMs + 14 * 3_600_000;
  return Array.from({ length: 46 }, (_, index) => ({
    id: firstId + index,
    boardId,
    name: `${team} Sprint ${index + 1}`,
    goal: '',
    startsAt: start + index * length,
    endsAt: start + (index + 1) * length - 3_600_000,
  }));
}
