export const flowTabs = [
  { value: 'cycle-time', label: 'Cycle time' },
  { value: 'over-time', label: 'Flow over time' },
  { value: 'cumulative', label: 'Cumulative flow' },
  { value: 'time', label: 'Time in status' },
  { value: 'forecast', label: 'Forecast' },
] as const;

export type FlowTab = (typeof flowTabs)[number]['value'];

/** The tab an address opens; cycle time when it names none. */
export function readFlowTab(search: URLSearchParams): FlowTab {
  const tab = search.get('tab');
  return flowTabs.find((one) => one.value === tab)?.value ?? 'cycle-time';
}

/** The same search with another tab open. What other tabs are set to stays, so that one can go back to it. */
export function writeFlowTab(search: URLSearchParams, tab: FlowTab): URLSearchParams {
  const next = new URLSearchParams(search);
  if (tab === 'cycle-time') next.delete('tab');
  else next.set('tab', tab);
  return next;
}
