import type { TimeInStatusGroup } from '../../gql/graphql.ts';

export const timeGroups = [
  { value: 'STATUS', label: 'Status' },
  { value: 'STAGE', label: 'Stage' },
  { value: 'TYPE', label: 'Type' },
  { value: 'TEAM', label: 'Team' },
] as const;

/** What the rows of an address stand for; statuses when it says nothing. */
export function readTimeGroup(search: URLSearchParams): TimeInStatusGroup {
  const group = search.get('group')?.toUpperCase();
  return timeGroups.find((one) => one.value === group)?.value ?? 'STATUS';
}

/** The same search with other rows in it. */
export function writeTimeGroup(search: URLSearchParams, group: TimeInStatusGroup): URLSearchParams {
  const next = new URLSearchParams(search);
  if (group === 'STATUS') next.delete('group');
  else next.set('group', group.toLowerCase());
  return next;
}
