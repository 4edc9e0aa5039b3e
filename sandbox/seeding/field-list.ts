import type { JsonObject } from '../world/json.ts';

/** Ids of a site's custom fields: they differ from site to site, so nothing may know them by heart. */
export interface CustomFieldNumbers {
  readonly sprint: number;
  readonly flagged: number;
  readonly rank: number;
  /** Field type `jsw-story-points`, as team-managed projects have it. */
  readonly pointEstimate?: number;
  /** A plain number field named Story Points, as company-managed projects have it. */
  readonly storyPoints?: number;
  readonly team?: number;
}

/** GET /field of a site. */
export function fieldList(numbers: CustomFieldNumbers): JsonObject[] {
  const system = systemFields.map(([id, name, type, hidden]) => {
    const schema: JsonObject = type.endsWith('[]')
      ? { type: 'array', items: type.slice(0, -2), system: id }
      : { type, system: id };
    return field(id, name, schema, { custom: false, navigable: !hidden, clauses: [id] });
  });
  const custom = (number: number, name: string, type: string, kind: string, items?: string) => {
    const schema: JsonObject = { type, custom: kind, customId: number };
    if (items !== undefined) schema.items = items;
    return field(`customfield_${number}`, name, schema, {
      custom: true,
      navigable: true,
      clauses: [`cf[${number}]`, name],
    });
  };
  const fields = [
    ...system,
    custom(numbers.sprint, 'Sprint', 'array', 'com.pyxis.greenhopper.jira:gh-sprint', 'json'),
    custom(
      numbers.flagged,
      'Flagged',
      'array',
      'com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes',
      'option',
    ),
    custom(numbers.rank, 'Rank', 'any', 'com.pyxis.greenhopper.jira:gh-lexo-rank'),
  ];
  if (numbers.pointEstimate !== undefined) {
    const kind = 'com.pyxis.greenhopper.jira:jsw-story-points';
    fields.push(custom(numbers.pointEstimate, 'Story point estimate', 'number', kind));
  }
  if (numbers.storyPoints !== undefined) {
    const kind = 'com.atlassian.jira.plugin.system.customfieldtypes:float';
    fields.push(custom(numbers.storyPoints, 'Story Points', 'number', kind));
  }
  if (numbers.team !== undefined) {
    fields.push(
      custom(numbers.team, 'Team', 'team', 'com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team'),
    );
  }
  return fields;
}

interface FieldTraits {
  readonly custom: boolean;
  readonly navigable: boolean;
  readonly clauses: readonly string[];
}

function field(id: string, name: string, schema: JsonObject, traits: FieldTraits): JsonObject {
  const { custom, navigable, clauses } = traits;
  return { id, key: id, name, custom, orderable: true, navigable, searchable: true, clauseNames: [...clauses], schema };
}

const systemFields: readonly (readonly [id: string, name: string, type: string, hidden?: boolean])[] = [
  ['statuscategorychangedate', 'Status Category Changed', 'datetime'],
  ['issuetype', 'Issue Type', 'issuetype'],
  ['parent', 'Parent', 'issuelink'],
  ['timespent', 'Time Spent', 'number'],
  ['project', 'Project', 'project'],
  ['fixVersions', 'Fix versions', 'version[]'],
  ['aggregatetimespent', 'Σ Time Spent', 'number'],
  ['resolution', 'Resolution', 'resolution'],
  ['resolutiondate', 'Resolved', 'datetime'],
  ['workratio', 'Work Ratio', 'number'],
  ['lastViewed', 'Last Viewed', 'datetime'],
  ['watches', 'Watchers', 'watches'],
  ['created', 'Created', 'datetime'],
  ['priority', 'Priority', 'priority'],
  ['labels', 'Labels', 'string[]'],
  ['assignee', 'Assignee', 'user'],
  ['updated', 'Updated', 'datetime'],
  ['status', 'Status', 'status'],
  ['components', 'Components', 'component[]'],
  ['description', 'Description', 'string', true],
  ['security', 'Security Level', 'securitylevel'],
  ['summary', 'Summary', 'string'],
  ['creator', 'Creator', 'user'],
  ['reporter', 'Reporter', 'user'],
  ['subtasks', 'Sub-tasks', 'issuelinks[]'],
  ['issuelinks', 'Linked Issues', 'issuelinks[]'],
  ['environment', 'Environment', 'string', true],
  ['duedate', 'Due date', 'date'],
  ['votes', 'Votes', 'votes'],
  ['comment', 'Comment', 'comments-page', true],
  ['worklog', 'Log Work', 'worklog[]', true],
];
