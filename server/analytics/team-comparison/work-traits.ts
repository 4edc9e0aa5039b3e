import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';
import { stageVisits } from '../flow-view/stage-visits.ts';

/** What a team's deliveries were like. */
export interface WorkTraits {
  readonly n: number;
  /** How many had no start on record: done is the first that is known of them. */
  readonly withoutStart: number;
  /** How many of each type. */
  readonly types: ReadonlyMap<string, number>;
  /** How many went through each of the view's stages before they were done. */
  readonly through: Int32Array;
}

export function workTraits(view: FlowView, delivered: Uint32Array): WorkTraits {
  const { type, strings } = view.table;
  const { startedAt, doneAt } = view.derive(milestones);
  const { start, stage, to } = view.derive(stageVisits);
  const types = new Map<string, number>();
  const through = new Int32Array(view.stages.length);
  const seenIn = new Int32Array(view.stages.length).fill(-1);
  let withoutStart = 0;
  for (const row of delivered) {
    const done = doneAt[row] ?? 0;
    if (startedAt[row] === done) withoutStart += 1;
    const name = strings[type[row] ?? 0] ?? '';
    types.set(name, (types.get(name) ?? 0) + 1);
    const end = start[row + 1] ?? 0;
    for (let visit = start[row] ?? 0; visit < end; visit += 1) {
      const place = stage[visit] ?? -1;
      if (place < 0 || (to[visit] ?? 0) > done || seenIn[place] === row) continue;
      seenIn[place] = row;
      through[place] = (through[place] ?? 0) + 1;
    }
  }
  return { n: delivered.length, withoutStart, types, through };
}

/** The traits of all deliveries but those of one team. */
export function allBut(all: readonly WorkTraits[], left: WorkTraits): WorkTraits {
  const others = all.filter((traits) => traits !== left);
  const types = new Map<string, number>();
  for (const [name, count] of others.flatMap((traits) => [...traits.types]))
    types.set(name, (types.get(name) ?? 0) + count);
  return {
    n: others.reduce((sum, { n }) => sum + n, 0),
    withoutStart: others.reduce((sum, { withoutStart }) => sum + withoutStart, 0),
    types,
    through: left.through.map((_, place) => others.reduce((sum, { through }) => sum + (through[place] ?? 0), 0)),
  };
}
