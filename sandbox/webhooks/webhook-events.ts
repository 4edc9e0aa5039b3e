import type { SiteEvent } from '../world/site-event.ts';

/** The events that a dynamic webhook may ask for; there are none of projects, users or worklogs (JIRA-CLOUD.md 2.6). */
export const webhookEvents: readonly string[] = [
  'jira:issue_created',
  'jira:issue_updated',
  'jira:issue_deleted',
  'comment_created',
  'comment_updated',
  'comment_deleted',
  'issue_property_set',
  'issue_property_deleted',
  'sprint_created',
  'sprint_updated',
  'sprint_closed',
  'sprint_deleted',
  'sprint_started',
  'jira:version_released',
  'jira:version_unreleased',
  'jira:version_created',
  'jira:version_moved',
  'jira:version_updated',
  'jira:version_merged',
  'jira:version_deleted',
];

/** What Jira calls an act. */
export const eventNames: Readonly<Record<SiteEvent['kind'], string>> = {
  created: 'jira:issue_created',
  updated: 'jira:issue_updated',
  deleted: 'jira:issue_deleted',
  commented: 'comment_created',
};
