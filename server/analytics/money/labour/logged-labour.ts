import type { WorkingClock } from '../../clocks/working-clock.ts';
import type { FlowView } from '../../flow-view/flow-view.ts';
import type { LabourLedger } from './labour-ledger.ts';
import { dayIndexAt, type WorkingDays, workingDays } from './working-days.ts';

/**
 * What people logged, on the day on which each piece of work began, in days of the hours that a day has. Somebody who
 * logged more than the day's hours is paid for no more: it is split in proportion to what was logged; of less, the rest is
 * nobody's. Work logged on a day off is not paid (METRICS 2.7, "Attributing hours", a). It passed where the issue stood
 * when it began, before its creation in its first status. For `FlowView.deriveOn`.
 */
export function loggedLabour(view: FlowView, clock: WorkingClock): LabourLedger {
  const { table } = view;
  const days = view.deriveOn(clock, workingDays);
  const dayStart = new Uint32Array(days.count + 1);
  eachPaidLog(view, days, (_row, _log, day) => {
    dayStart[day + 1] = (dayStart[day + 1] ?? 0) + 1;
  });
  for (let day = 0; day < days.count; day += 1) dayStart[day + 1] = (dayStart[day + 1] ?? 0) + (dayStart[day] ?? 0);
  const count = dayStart[days.count] ?? 0;
  const ledger = {
    method: 'WORKLOGS',
    firstDay: days.firstDay,
    dayStart,
    segment: new Uint32Array(count),
    person: new Uint32Array(count),
    share: new Float64Array(count),
  } as const;
  const end = dayStart.slice();
  eachPaidLog(view, days, (row, log, day) => {
    const entry = end[day] ?? 0;
    ledger.segment[entry] = segmentAt(view, row, table.worklogAt[log] ?? 0);
    ledger.person[entry] = table.worklogAuthor[log] ?? 0;
    ledger.share[entry] = table.worklogSeconds[log] ?? 0;
    end[day] = entry + 1;
  });
  capDays(ledger, days, clock.secondsPerDay, table.strings.length);
  return ledger;
}

/**
 * Shows, issue by issue, what somebody known logged by asOf on a working day, on issues that were there by then. A date
 * before the first issue of all is a slip of the pen.
 */
function eachPaidLog(
  { table, asOf }: FlowView,
  days: WorkingDays,
  see: (row: number, log: number, day: number) => void,
): void {
  const { rowCount, createdAt, worklogStart, worklogAuthor, worklogAt } = table;
  const earliest = days.starts[0] ?? 0;
  for (let row = 0; row < rowCount; row += 1) {
    if ((createdAt[row] ?? 0) > asOf) continue;
    for (let log = worklogStart[row] ?? 0; log < (worklogStart[row + 1] ?? 0); log += 1) {
      const at = worklogAt[log] ?? 0;
      if (worklogAuthor[log] === 0 || at < earliest || at >= asOf) continue;
      const day = dayIndexAt(days, at);
      if ((days.passed[day] ?? 0) > 0) see(row, log, day);
    }
  }
}

/** The last segment of a row that has begun by an instant; its first where none has. */
function segmentAt({ table: { segmentStart, segmentFrom } }: FlowView, row: number, instant: number): number {
  const first = segmentStart[row] ?? 0;
  let segment = (segmentStart[row + 1] ?? 1) - 1;
  while (segment > first && (segmentFrom[segment] ?? 0) > instant) segment -= 1;
  return segment;
}

/** Turns the seconds of every entry into its share of the person's day. */
function capDays(
  { dayStart, person, share }: LabourLedger,
  { count, passed }: WorkingDays,
  secondsPerDay: number,
  people: number,
): void {
  const logged = new Float64Array(people);
  for (let day = 0; day < count; day += 1) {
    const first = dayStart[day] ?? 0;
    const end = dayStart[day + 1] ?? 0;
    const part = passed[day] ?? 0;
    for (let entry = first; entry < end; entry += 1)
      logged[person[entry] ?? 0] = (logged[person[entry] ?? 0] ?? 0) + (share[entry] ?? 0);
    for (let entry = first; entry < end; entry += 1) {
      const seconds = Math.max(logged[person[entry] ?? 0] ?? 0, part * secondsPerDay);
      share[entry] = (part * (share[entry] ?? 0)) / seconds;
    }
    for (let entry = first; entry < end; entry += 1) logged[person[entry] ?? 0] = 0;
  }
}
