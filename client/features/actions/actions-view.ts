export const actionsViews = [
  { value: 'advice', label: 'Recommendations' },
  { value: 'board', label: 'Board' },
] as const;

export type ActionsView = (typeof actionsViews)[number]['value'];

const first = actionsViews[0].value;

/** The part of the page an address opens; the first when it names none. */
export function readActionsView(search: URLSearchParams): ActionsView {
  const view = search.get('view');
  return actionsViews.find((one) => one.value === view)?.value ?? first;
}

/** The same search with another part open. */
export function writeActionsView(search: URLSearchParams, view: ActionsView): URLSearchParams {
  const next = new URLSearchParams(search);
  if (view === first) next.delete('view');
  else next.set('view', view);
  return next;
}

/** Whether an address shows what was dismissed. */
export const readUnfolded = (search: URLSearchParams): boolean => search.get('dismissed') === 'shown';

/** The same search with what was dismissed shown, or folded away. */
export function writeUnfolded(search: URLSearchParams, unfolded: boolean): URLSearchParams {
  const next = new URLSearchParams(search);
  if (unfolded) next.set('dismissed', 'shown');
  else next.delete('dismissed');
  return next;
}

export const boardPath = '/actions?view=board';

/** The page of one action. */
export const actionPath = (id: string): string => `/actions/${encodeURIComponent(id)}`;
