/** Scopes the sandbox grants: classic ones, and the granular ones that the Agile API needs (JIRA-CLOUD.md 1). */
export const scopeMeanings: Readonly<Record<string, string>> = {
  'read:jira-work': 'View issues, projects and boards',
  'read:jira-user': 'View people and their profiles',
  'manage:jira-webhook': 'Tell the app when issues change',
  'manage:jira-configuration': 'Configure the site',
  'write:jira-work': 'Change issues',
  'read:me': 'View your own profile',
  'report:personal-data': 'Report on stored personal data',
  'read:board-scope:jira-software': 'View boards',
  'read:board-scope.admin:jira-software': 'View how boards are set up',
  'read:sprint:jira-software': 'View sprints',
  'read:project:jira': 'View projects',
  'read:issue-details:jira': 'View details of issues',
  'read:jql:jira': 'Search issues',
  'read:epic:jira-software': 'View epics',
  offline_access: 'Stay connected while you are away',
};

/** Scopes of a query parameter, without doubles. */
export function readScopes(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter((scope) => scope !== ''))];
}

export function unknownScopes(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !Object.hasOwn(scopeMeanings, scope));
}
