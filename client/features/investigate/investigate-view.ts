export const investigateViews = ['bottlenecks', 'stuck', 'teams'] as const;

export type InvestigateView = (typeof investigateViews)[number];

/** The part of the page an address asks for. */
export const readView = (search: URLSearchParams): InvestigateView =>
  investigateViews.find((view) => view === search.get('view')) ?? 'bottlenecks';

/** Another part of the page, asked the same question; what only one part understands is left behind. */
export function writeView(search: URLSearchParams, view: InvestigateView): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const key of ['view', 'kind', 'order']) next.delete(key);
  if (view !== 'bottlenecks') next.set('view', view);
  return next;
}
