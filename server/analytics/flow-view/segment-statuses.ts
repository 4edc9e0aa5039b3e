import type { FlowView } from './flow-view.ts';

/**
 * Place in `strings` of each segment's status id. Where history gave no id, the name decides if exactly one status of
 * the site has it; else the status stays unknown, place 0 (METRICS 2.1, rule 3).
 */
export function segmentStatuses({ table, statuses }: FlowView): Uint32Array {
  const { segmentStatus, segmentStatusName, strings } = table;
  if (!segmentStatus.includes(0)) return segmentStatus;
  const idsByName = new Map<string, string[]>();
  for (const { id, name } of statuses) idsByName.set(name, [...(idsByName.get(name) ?? []), id]);
  return segmentStatus.map((place, segment) => {
    if (place !== 0) return place;
    const [id, another] = idsByName.get(strings[segmentStatusName[segment] ?? 0] ?? '') ?? [];
    return id === undefined || another !== undefined ? 0 : (table.placeOf(id) ?? 0);
  });
}
