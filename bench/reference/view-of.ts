import { assembleFlowTable } from '../../server/analytics/flow-table/assemble-flow-table.ts';
import { endOfKnowledge } from '../../server/analytics/flow-view/end-of-knowledge.ts';
import type { FlowView } from '../../server/analytics/flow-view/flow-view.ts';
import { viewFlow } from '../../server/analytics/flow-view/view-flow.ts';
import type { ConnectionReader } from '../../server/store/repository/connection-reader.ts';

/** The flow view of what is stored, as the API would make it: where a reference gets its columns from. */
export async function viewOf(reader: ConnectionReader): Promise<FlowView> {
  const [chunks, statuses, projects] = await Promise.all([
    reader.flowChunks.writtenAfter(0),
    reader.allStatuses(),
    reader.allProjects(),
  ]);
  const { stages, teams, asOf } = reader.connection;
  const table = assembleFlowTable(chunks.map(({ chunk }) => chunk));
  return viewFlow(table, { stages, statuses, teams, projects, asOf: endOfKnowledge(asOf) });
}
