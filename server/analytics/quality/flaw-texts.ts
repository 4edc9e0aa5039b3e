import type { RowFlaw } from './row-flaws.ts';

interface FlawText {
  /** Completes "12 issues …". */
  readonly message: string;
  readonly fix: string;
  /** Whether it can move a figure about flow, and so counts for the grade. */
  readonly movesFigures: boolean;
}

/** What each flaw means for a person, and what to do about it. In the order in which they are worth mending. */
export const flawTexts: Readonly<Record<RowFlaw, FlawText>> = {
  UNMAPPED_STATUS: {
    message: 'were in a status that belongs to no stage and counts by its category',
    fix: 'Put every status into a stage under Settings → Stages.',
    movesFigures: true,
  },
  UNKNOWN_STATUS: {
    message: 'were in a status that history does not identify and that counts as waiting',
    fix: 'Put deleted statuses into the stage they used to be in.',
    movesFigures: true,
  },
  DELETED_STATUS: {
    message: 'were in a status that Jira no longer has',
    fix: 'Check that deleted statuses are in the stage they used to be in.',
    movesFigures: false,
  },
  CHANGELOG_GAP: {
    message: 'have a hole in their changelog',
    fix: 'Run a full sync; holes that stay are in Jira itself, from imports or bulk tools.',
    movesFigures: true,
  },
  CHANGE_BEFORE_CREATION: {
    message: 'have changes dated before their creation, which count at it',
    fix: 'Imported issues: leave them out by project or label if they matter.',
    movesFigures: true,
  },
  CLOSED_WITHOUT_HISTORY: {
    message: 'are closed without any recorded change of status',
    fix: 'Imported or bulk-closed issues: leave them out by project or label if they matter.',
    movesFigures: true,
  },
  CLOSED_FROM_BACKLOG: {
    message: 'went straight from the backlog to done, so they have no cycle time',
    fix: 'Move issues to a committed status when work on them begins.',
    movesFigures: true,
  },
  BATCH_CLOSING: {
    message: 'were closed together with many others in the same minute',
    fix: 'Close issues when they are done rather than in batches.',
    movesFigures: true,
  },
  SHORT_STAY: {
    message: 'passed through a stage in less than a minute',
    fix: 'Move issues when work moves, not afterwards.',
    movesFigures: false,
  },
  UNASSIGNED_WORK: {
    message: 'were worked on without an assignee',
    fix: 'Assign an issue to whoever works on it.',
    movesFigures: false,
  },
};
