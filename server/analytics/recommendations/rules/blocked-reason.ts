import type { ExpectedEffect } from '../../../domain/action.ts';
import { type BlockedSpell, blockedWithin } from '../../blocked-time/blocked-within.ts';
import { calendarClock } from '../../clocks/calendar-clock.ts';
import { daysInText } from '../../clocks/days-in-text.ts';
import { secondsPerDay } from '../../clocks/local-date.ts';
import { deliveredWithin } from '../../flow-view/delivered-within.ts';
import { underWayColumns } from '../../flow-view/under-way-columns.ts';
import { type ItemValues, sourceOf } from '../../money/delay/item-values.ts';
import type { Estimate } from '../../money/estimate.ts';
import type { MoneyQuestion } from '../../money/money-question.ts';
import { estimateOfTime, valueRule } from '../../money/sequence/cost-of-time.ts';
import { issuesInText, shareInText } from '../figures-in-text.ts';
import { heaviestFirst } from '../heaviest-first.ts';
import { quoted } from '../quoted.ts';
import type { Evidence, Finding, Rule } from '../rule.ts';
import { halfSaved, savedShare } from '../saved-share.ts';

/** Of all blocked time of the window, whether or not its reason is known. */
const leastShare = 0.4;
/** Less blocked time, or a reason of one issue, is an incident and no pattern. */
const leastBlocked = 5 * secondsPerDay;
const fewestIssues = 2;

/**
 * R8: much of the time in which work is blocked goes back to one reason: what was written with the flag, or the key of the
 * blocker where links block. Reasons are compared without case and outer space.
 */
export const blockedReason: Rule = {
  id: 'R8',
  hygiene: false,
  find({ money, values }) {
    const { view, rows, window } = money;
    const spells = blockedWithin(view, rows, window);
    const all = blockedTime('', spells);
    if (all.seconds < leastBlocked) return [];
    const [worst] = byReason(spells)
      .filter(({ seconds, ofRow }) => seconds >= leastShare * all.seconds && ofRow.size >= fewestIssues)
      .sort((a, b) => b.seconds - a.seconds || (a.key < b.key ? -1 : 1));
    return worst ? [findingOf(money, worst, all, values())] : [];
  },
};

/** What one reason blocked. */
interface BlockedTime {
  /** The reason as it is compared. */
  readonly key: string;
  readonly spells: readonly BlockedSpell[];
  readonly seconds: number;
  /** Seconds of each issue. */
  readonly ofRow: ReadonlyMap<number, number>;
}

function byReason(spells: readonly BlockedSpell[]): BlockedTime[] {
  const groups = new Map<string, BlockedSpell[]>();
  for (const spell of spells) {
    const key = keyOf(spell.reason);
    const its = groups.get(key) ?? [];
    its.push(spell);
    if (key !== '') groups.set(key, its);
  }
  return [...groups].map(([key, its]) => blockedTime(key, its));
}

function blockedTime(key: string, spells: readonly BlockedSpell[]): BlockedTime {
  const ofRow = new Map<number, number>();
  for (const { row, from, to } of spells) ofRow.set(row, (ofRow.get(row) ?? 0) + to - from);
  return { key, spells, ofRow, seconds: spells.reduce((sum, { from, to }) => sum + to - from, 0) };
}

const keyOf = (reason: string): string => reason.trim().toLowerCase();

function findingOf(money: MoneyQuestion, worst: BlockedTime, all: BlockedTime, values: ItemValues): Finding {
  const { view, window } = money;
  // Of several spellings always the same, in whichever order issues are stored.
  const reason = quoted(worst.spells.map((spell) => spell.reason).sort()[0] ?? '');
  const share = worst.seconds / all.seconds;
  const unexplained = blockedTime(
    '',
    all.spells.filter((spell) => keyOf(spell.reason) === ''),
  );
  const present = blockedTime(
    worst.key,
    worst.spells.filter(({ to }) => to === view.asOf),
  );
  const days = (seconds: number): string => daysInText(seconds, calendarClock);
  const rowsOf =
    ({ ofRow }: BlockedTime) =>
    () =>
      heaviestFirst(view, Uint32Array.from(ofRow.keys()), (row) => ofRow.get(row) ?? 0);
  const evidenceOf = (text: string, value: string, time: BlockedTime): Evidence[] =>
    time.seconds === 0 ? [] : [{ text, value, rows: rowsOf(time) }];
  const ofAll = (seconds: number): string => shareInText(seconds / all.seconds);
  return {
    // The reason is prose of people: it names nobody here, and not the same thing for ever.
    subject: 'blocked',
    title: `Escalate the one reason behind ${shareInText(share)} of blocked time`,
    advice:
      `${reason} blocked ${issuesInText(worst.ofRow.size)} for ${days(worst.seconds)} taken together, of ${days(all.seconds)} of ` +
      `blocked time in these ${window.dayCount} days (${shareInText(share)}). Take it to whoever can decide about it, with this ` +
      'number, and agree on who removes it until when; until then begin nothing that it would block.',
    evidence: [
      ...evidenceOf(
        `Blocked time because of ${reason}`,
        `${ofAll(worst.seconds)} (${days(worst.seconds)} of ${days(all.seconds)})`,
        worst,
      ),
      ...evidenceOf('Blocked by it at this moment', issuesInText(present.ofRow.size), present),
      ...evidenceOf(
        'Blocked time without a known reason',
        `${ofAll(unexplained.seconds)} (${days(unexplained.seconds)})`,
        unexplained,
      ),
    ],
    severity: share,
    expectedEffect: effectOf(money, worst.key),
    worth: worthOf(values, worst),
    effort: 'MEDIUM',
    cautions: [
      'A reason is what was written with the flag, by the same person within 30 seconds, or a blocking issue where links block: one and the same thing in other words counts as another.',
      'That half of this blocked time goes (a quarter to three quarters) is an assumption, not a measurement.',
      'What people wrote may name somebody: speak of the dependency, not of them.',
    ],
    guardMetrics: ['THROUGHPUT', 'DELAY_COST'],
    metric: 'BLOCKED_SHARE',
    stageId: null,
  };
}

/** The blocked share is that of whole lives, on the clock of the question: a part of what the reason has in it would go. */
function effectOf({ view, rows, window, clock }: MoneyQuestion, key: string): ExpectedEffect | null {
  const delivered = deliveredWithin(view, rows, window);
  const { total } = view.deriveOn(clock, underWayColumns);
  const whole = delivered.reduce((sum, row) => sum + (total[row] ?? 0), 0);
  const lives = blockedWithin(view, delivered, { from: 0, to: Number.POSITIVE_INFINITY });
  const blocked = lives
    .filter(({ reason }) => keyOf(reason) === key)
    .reduce((sum, { from, to }) => sum + clock.reading(to) - clock.reading(from), 0);
  if (blocked === 0 || whole === 0) return null;
  const part = blocked / whole;
  return {
    metric: 'BLOCKED_SHARE',
    low: -savedShare.high * part,
    base: -savedShare.base * part,
    high: -savedShare.low * part,
  };
}

/** Half of what the time that it blocked has cost, as values are today; null where nothing that it blocked has one. */
function worthOf(values: ItemValues, { ofRow }: BlockedTime): Estimate | null {
  const valued = Uint32Array.from(ofRow.keys()).filter((row) => sourceOf(values, row) !== null);
  if (valued.length === 0) return null;
  const seconds = Float64Array.from(valued, (row) => (ofRow.get(row) ?? 0) * savedShare.base);
  const method =
    'Half of what a week without each of the issues costs × the calendar time that they were blocked for this reason in the ' +
    `window: ${valued.length} of ${ofRow.size} have a value. ${valueRule(values)}`;
  return estimateOfTime(values, valued, seconds, method, [halfSaved]);
}
