export const moneyViews = [
  { value: 'impact', label: 'Impact' },
  { value: 'delay', label: 'Cost of delay' },
  { value: 'stages', label: 'By stage' },
  { value: 'teams', label: 'By team' },
  { value: 'statuses', label: 'By status' },
] as const;

export type MoneyView = (typeof moneyViews)[number]['value'];

const first = moneyViews[0].value;

/** The part of the page an address opens; the first when it names none. */
export function readMoneyView(search: URLSearchParams): MoneyView {
  const view = search.get('view');
  return moneyViews.find((one) => one.value === view)?.value ?? first;
}

/** The same search with another part open. */
export function writeMoneyView(search: URLSearchParams, view: MoneyView): URLSearchParams {
  const next = new URLSearchParams(search);
  if (view === first) next.delete('view');
  else next.set('view', view);
  return next;
}
