import type { Project } from '../../server/domain/project.ts';
import type { Status } from '../../server/domain/status.ts';

/** The statuses that issues of the world pass, by what they are called in the code. */
export const statuses = {
  BACKLOG: { id: '1', name: 'Backlog', category: 'TO_DO', deleted: false },
  READY: { id: '2', name: 'Ready for Development', category: 'TO_DO', deleted: false },
  BUILD: { id: '3', name: 'In Progress', category: 'IN_PROGRESS', deleted: false },
  AWAITS_REVIEW: { id: '4', name: 'Waiting for Review', category: 'IN_PROGRESS', deleted: false },
  REVIEW: { id: '5', name: 'In Review', category: 'IN_PROGRESS', deleted: false },
  AWAITS_TEST: { id: '6', name: 'Ready for QA', category: 'IN_PROGRESS', deleted: false },
  TEST: { id: '7', name: 'Testing', category: 'IN_PROGRESS', deleted: false },
  AWAITS_RELEASE: { id: '8', name: 'Waiting for Release', category: 'IN_PROGRESS', deleted: false },
  DONE: { id: '9', name: 'Done', category: 'DONE', deleted: false },
  CLOSED: { id: '10', name: 'Closed', category: 'DONE', deleted: false },
} as const satisfies Record<string, Status>;

export type StatusName = keyof typeof statuses;

/** The two workflows: half of the projects test and release by themselves. */
export const workflows: readonly (readonly StatusName[])[] = [
  ['BACKLOG', 'READY', 'BUILD', 'AWAITS_REVIEW', 'REVIEW', 'AWAITS_TEST', 'TEST', 'AWAITS_RELEASE', 'DONE'],
  ['BACKLOG', 'BUILD', 'AWAITS_REVIEW', 'REVIEW', 'DONE'],
];

/** How long an issue stays in each, in hours on average; what piles up in review is the trouble of this world. */
export const hoursIn: Readonly<Record<StatusName, number>> = {
  BACKLOG: 300,
  READY: 90,
  BUILD: 40,
  AWAITS_REVIEW: 70,
  REVIEW: 8,
  AWAITS_TEST: 30,
  TEST: 14,
  AWAITS_RELEASE: 48,
  DONE: 200,
  CLOSED: 1,
};

export const projects: readonly Project[] = ['CORE', 'WEB', 'APP', 'PAY', 'OPS', 'DOC', 'API', 'LAB'].map(
  (key, index) => ({ id: String(10_000 + index), key, name: `Project ${key}`, archived: false }),
);
