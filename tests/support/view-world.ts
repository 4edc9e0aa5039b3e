import { assembleFlowTable } from '../../server/analytics/flow-table/assemble-flow-table.ts';
import { writeFlow } from '../../server/analytics/flow-table/write-flow.ts';
import type { FlowView } from '../../server/analytics/flow-view/flow-view.ts';
import { viewFlow } from '../../server/analytics/flow-view/view-flow.ts';
import type { Biography, RandomWorld } from './random-world.ts';

/** The flow view of a world, its issues spread over chunks of a few. */
export function viewWorld(world: RandomWorld, chunkSize = 7): FlowView {
  const parts: Biography[][] = [];
  for (let at = 0; at < world.biographies.length; at += chunkSize)
    parts.push(world.biographies.slice(at, at + chunkSize));
  return viewFlow(assembleFlowTable(parts.map((part) => writeFlow(null, part))), world);
}
