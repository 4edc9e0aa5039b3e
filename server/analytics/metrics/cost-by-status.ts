import { type Money, moneyOf, unitOf } from '../money/amount.ts';
import { costModelNamed } from '../money/cost-model-named.ts';
import { Decimal } from '../money/decimal.ts';
import { delayByPlace } from '../money/delay/delay-cost.ts';
import { labourAmounts } from '../money/labour/labour-amounts.ts';
import { labourByPlace } from '../money/labour/labour-by-place.ts';
import { labourByRow } from '../money/labour/labour-by-row.ts';
import { labourDefinition } from '../money/labour/labour-definition.ts';
import { ledgerOfWindow } from '../money/labour/ledger-of-window.ts';
import { rowsWithLabour } from '../money/labour/rows-with-labour.ts';
import { tellLabour } from '../money/labour/tell-labour.ts';
import type { MoneyQuestion } from '../money/money-question.ts';
import { splitAmount } from '../money/split-amount.ts';
import { placeTimes } from '../status-time/place-times.ts';
import { timePlacesOf } from '../status-time/time-places-of.ts';
import { type Basis, basisOf } from './basis.ts';

/** What one status took of people's paid time, and what waiting in it cost. */
export interface StatusCost {
  /** Native id; 'unknown' where history tells none. */
  readonly statusId: string;
  readonly name: string;
  readonly labour: Money;
  /** Another kind of money than labour: never in a sum with it. */
  readonly delay: Money;
  /** Of the time in all but done statuses, on the working clock, 0 to 1. */
  readonly shareOfTime: number;
  /** Of the attributed labour, 0 to 1. */
  readonly shareOfMoney: number;
  /** In sum the labour. */
  readonly firstPass: Money;
  readonly returnVisits: Money;
}

export interface StatusCostReport {
  readonly basis: Basis;
  /** Of the statuses with labour, delay or time, the most labour first. */
  readonly rows: readonly StatusCost[];
  readonly unattributed: Money;
  /** Paid capacity: the labour of all rows and the unattributed. */
  readonly total: Money;
}

const definitionOf = (question: MoneyQuestion): string =>
  `${labourDefinition(ledgerOfWindow(question).method)} Labour is told by the status in which it passed, of a subtask its ` +
  'own; return visits are the labour in a status where the issue had been before, first pass the rest. Delay is what ' +
  'waiting there cost, on the calendar: in queues, flagged, or for a new owner to act. It is another kind of money, and in ' +
  'no sum with labour. The share of time is that of the window in all but done statuses, on the working clock, the share ' +
  `of money that of the attributed labour. By ${costModelNamed(question.costs)}.`;

/** Where in the workflow paid time goes, and what waiting costs there (METRICS 2.7 and 4, "Money"). */
export function costByStatus(question: MoneyQuestion, currency: string): StatusCostReport {
  const unit = unitOf(currency);
  const places = timePlacesOf(question.view, 'STATUS');
  const labour = labourByPlace(question, places);
  const delay = delayByPlace(question, places.placeOf, places.count);
  const times = new Map(placeTimes(question, places).places.map(({ place, total }) => [place, total]));
  const time = [...times.values()].reduce((sum, total) => sum + total, 0);
  const rows = Array.from({ length: places.count }, (_, place) => ({ place, ...places.nameOf(place) }))
    .map((status) => ({
      ...status,
      labour: labour[status.place] ?? { all: [], firstPass: [], returnVisits: [] },
      delay: delay[status.place]?.base ?? new Decimal(0),
      time: times.get(status.place) ?? 0,
    }))
    .filter((row) => row.time > 0 || !row.delay.isZero() || row.labour.all.some((personDays) => personDays > 0))
    .sort((a, b) => (`${a.name} ${a.id}` < `${b.name} ${b.id}` ? -1 : 1));
  const amounts = labourAmounts(question, unit);
  const told = tellLabour(
    question,
    amounts.attributed,
    rows.map((row) => row.labour.all),
    unit,
  );
  const delays = tellDelay(
    rows.map((row) => row.delay),
    unit,
  );
  return {
    basis: basisOf(question, rowsWithLabour(labourByRow(question)), [], definitionOf(question)),
    rows: rows
      .map((row, index): StatusCost => {
        const { amount, share } = told[index] ?? { amount: new Decimal(0), share: 0 };
        const visits = tellLabour(question, amount, [row.labour.firstPass, row.labour.returnVisits], unit);
        return {
          statusId: row.id,
          name: row.name,
          labour: moneyOf(amount, currency),
          delay: moneyOf(delays[index] ?? new Decimal(0), currency),
          shareOfTime: time === 0 ? 0 : row.time / time,
          shareOfMoney: share,
          firstPass: moneyOf(visits[0]?.amount ?? amount, currency),
          returnVisits: moneyOf(visits[1]?.amount ?? new Decimal(0), currency),
        };
      })
      .sort((a, b) => b.shareOfMoney - a.shareOfMoney || Number(b.delay.amount) - Number(a.delay.amount)),
    unattributed: moneyOf(amounts.unattributed, currency),
    total: moneyOf(amounts.total, currency),
  };
}

/** Rounded so that they sum to what all of it rounds to. */
function tellDelay(parts: readonly Decimal[], unit: Decimal): Decimal[] {
  const total = Decimal.sum(0, ...parts);
  return splitAmount(total.div(unit).round().times(unit), parts, unit);
}
