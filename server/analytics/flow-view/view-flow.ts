import type { FlowTable } from '../flow-table/flow-table.ts';
import { type FlowSetting, FlowView } from './flow-view.ts';

/** Looks at a flow table under the given stages, statuses and teams, as of `asOf`. Costs nothing until it is asked. */
export function viewFlow(table: FlowTable, setting: FlowSetting): FlowView {
  return new FlowView(table, setting);
}
