import type { WorkingClock } from '../../clocks/working-clock.ts';
import type { FlowView } from '../../flow-view/flow-view.ts';
import { segmentEnds } from '../../flow-view/segment-ends.ts';
import { segmentState, segmentStates } from '../../flow-view/segment-states.ts';
import { stageKindCode } from '../../flow-view/stage-kind-code.ts';
import type { LabourLedger } from './labour-ledger.ts';
import { segmentRows } from './segment-rows.ts';
import { dayIndexAt, type WorkingDays, workingDays } from './working-days.ts';

/**
 * A person's day is cut into equal slices over the issues they had in an ACTIVE stage for more than 0 s of its working
 * hours, flagged or not; a slice is split over the segments of the issue in proportion to those working seconds
 * (METRICS 2.7, "Attributing hours", b, and 4, "Labour and paid capacity"). For `FlowView.deriveOn`.
 */
export function evenSplit(view: FlowView, clock: WorkingClock): LabourLedger {
  const days = view.deriveOn(clock, workingDays);
  const dayStart = new Uint32Array(days.count + 1);
  eachPieceOfWork(view, days, (_segment, day) => {
    dayStart[day + 1] = (dayStart[day + 1] ?? 0) + 1;
  });
  for (let day = 0; day < days.count; day += 1) dayStart[day + 1] = (dayStart[day + 1] ?? 0) + (dayStart[day] ?? 0);
  const count = dayStart[days.count] ?? 0;
  const ledger = {
    method: 'EVEN_SPLIT',
    firstDay: days.firstDay,
    dayStart,
    segment: new Uint32Array(count),
    person: new Uint32Array(count),
    share: new Float64Array(count),
  } as const;
  const end = dayStart.slice();
  eachPieceOfWork(view, days, (segment, day, seconds) => {
    const entry = end[day] ?? 0;
    ledger.segment[entry] = segment;
    ledger.person[entry] = view.table.segmentAssignee[segment] ?? 0;
    ledger.share[entry] = seconds;
    end[day] = entry + 1;
  });
  shareOut(view, days, ledger);
  return ledger;
}

/** Shows, issue by issue, every day's working seconds of a segment in which somebody had an issue in an ACTIVE stage. */
function eachPieceOfWork(
  view: FlowView,
  days: WorkingDays,
  see: (segment: number, day: number, seconds: number) => void,
): void {
  const { segmentFrom, segmentAssignee } = view.table;
  const { opens, closes, count } = days;
  const ends = view.derive(segmentEnds);
  const states = view.derive(segmentStates);
  for (let segment = 0; segment < segmentFrom.length; segment += 1) {
    if (segmentAssignee[segment] === 0) continue;
    if (((states[segment] ?? 0) & segmentState.KIND) !== stageKindCode.ACTIVE) continue;
    const from = segmentFrom[segment] ?? 0;
    const to = ends[segment] ?? 0;
    if (to <= from) continue;
    for (let day = dayIndexAt(days, from); day < count && (opens[day] ?? 0) < to; day += 1) {
      const seconds = Math.min(to, closes[day] ?? 0) - Math.max(from, opens[day] ?? 0);
      if (seconds > 0) see(segment, day, seconds);
    }
  }
}

/** Turns the seconds of every entry into its share of the person's day. */
function shareOut(view: FlowView, { count, passed }: WorkingDays, ledger: LabourLedger): void {
  const { dayStart, segment, person, share } = ledger;
  const rows = view.derive(segmentRows);
  const people = view.table.strings.length;
  /** Of each person, on the day at hand: how many issues, and on the issue at hand how many seconds. */
  const issues = new Uint32Array(people);
  const seconds = new Float64Array(people);
  for (let day = 0; day < count; day += 1) {
    const first = dayStart[day] ?? 0;
    const end = dayStart[day + 1] ?? 0;
    for (let entry = first; entry < end; ) {
      const row = rows[segment[entry] ?? 0];
      const from = entry;
      for (; entry < end && rows[segment[entry] ?? 0] === row; entry += 1) {
        const who = person[entry] ?? 0;
        if (seconds[who] === 0) issues[who] = (issues[who] ?? 0) + 1;
        seconds[who] = (seconds[who] ?? 0) + (share[entry] ?? 0);
      }
      for (let same = from; same < entry; same += 1)
        share[same] = (share[same] ?? 0) / (seconds[person[same] ?? 0] ?? 1);
      for (let same = from; same < entry; same += 1) seconds[person[same] ?? 0] = 0;
    }
    for (let entry = first; entry < end; entry += 1)
      share[entry] = ((passed[day] ?? 0) * (share[entry] ?? 0)) / (issues[person[entry] ?? 0] ?? 1);
    for (let entry = first; entry < end; entry += 1) issues[person[entry] ?? 0] = 0;
  }
}
