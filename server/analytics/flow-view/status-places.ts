import type { StatusCategory } from '../../domain/status.ts';
import type { FlowView } from './flow-view.ts';
import { stageKindCode } from './stage-kind-code.ts';

/** Bits that say why a status is not wholly known. */
export const statusFlaws = {
  /** In no stage: it counts by its category. */
  UNMAPPED: 1,
  /** Jira no longer lists it. */
  DELETED: 2,
  /** In no stage and of no category, or not identified at all: its place is a guess. */
  UNKNOWN: 4,
} as const;

/** What each text of the flow table means as a status, by its place in `strings`. */
export interface StatusPlaces {
  /** Index into the view's stages; −1 for a status in no stage. */
  readonly stage: Int16Array;
  readonly kind: Uint8Array;
  readonly flaws: Uint8Array;
}

const kindOfCategory = {
  TO_DO: stageKindCode.BACKLOG,
  IN_PROGRESS: stageKindCode.QUEUE,
  DONE: stageKindCode.DONE,
  UNKNOWN: stageKindCode.QUEUE,
} as const satisfies Record<StatusCategory, number>;

/**
 * Today's mapping, which holds for all of time. A status in no stage counts as BACKLOG, QUEUE or DONE by its category,
 * UNKNOWN as QUEUE (METRICS 4, "Mapping in time, unmapped statuses").
 */
export function statusPlaces({ table, stages, statuses }: FlowView): StatusPlaces {
  const stageOf = new Map(stages.flatMap((stage, index) => stage.statusIds.map((id) => [id, index] as const)));
  const statusOf = new Map(statuses.map((status) => [status.id, status]));
  const count = table.strings.length;
  const places = { stage: new Int16Array(count), kind: new Uint8Array(count), flaws: new Uint8Array(count) };
  table.strings.forEach((id, place) => {
    const index = stageOf.get(id) ?? -1;
    const status = statusOf.get(id);
    const category = status?.category ?? 'UNKNOWN';
    const stage = stages[index];
    places.stage[place] = index;
    places.kind[place] = stage ? stageKindCode[stage.kind] : kindOfCategory[category];
    places.flaws[place] =
      (stage ? 0 : statusFlaws.UNMAPPED) |
      ((status?.deleted ?? true) ? statusFlaws.DELETED : 0) |
      (!stage && category === 'UNKNOWN' ? statusFlaws.UNKNOWN : 0);
  });
  places.flaws[0] = statusFlaws.UNKNOWN;
  return places;
}
