import type { CostModel } from '../../../domain/cost-model.ts';
import { monthName } from '../../../domain/month-name.ts';
import { localDateText } from '../../clocks/local-date.ts';
import { moneyOf } from '../amount.ts';
import { costModelAtEnd } from '../cost-model-at-end.ts';
import { Decimal } from '../decimal.ts';
import type { DelayCost } from '../delay/delay-cost.ts';
import { itemValues, sourceOf } from '../delay/item-values.ts';
import { enoughLogged, ledgerOfWindow } from '../labour/ledger-of-window.ts';
import { loggedCoverage } from '../labour/logged-coverage.ts';
import { paidPeople } from '../labour/paid-people.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { loadedHour } from '../paid-day.ts';
import { keptMonths, type MonthSnapshot } from './money-months.ts';

/** What the amounts of a window take for granted, a sentence each. Nobody's own rate or hours are in them. */
export function impactAssumptions(
  question: MoneyQuestion,
  delay: DelayCost,
  locked: readonly MonthSnapshot[],
): string[] {
  const present = costModelAtEnd(question);
  return [
    rateOf(present),
    ...(present.roleRates.length > 0 ? ['Rates of roles apply to nobody until people can be given roles.'] : []),
    peopleOf(question),
    methodOf(question),
    valuesOf(question, present, delay),
    present.version === 1
      ? 'Cost model version 1 is the default: nobody has said yet what time is worth here.'
      : `Cost model version ${present.version} holds.`,
    ...lockedOf(question),
    ...keptMonths(question, locked).map((month) => `The trend shows ${monthName(month)} as it was when it was locked.`),
  ];
}

const told = (amount: Decimal, { currency }: CostModel): string => `${moneyOf(amount, currency).amount} ${currency}`;

function rateOf(model: CostModel): string {
  const hour = told(new Decimal(model.defaultHourlyRate), model);
  return `An hour of work costs ${hour} × ${model.burden} for what comes on top of wages: ${told(loadedHour(model), model)}.`;
}

function peopleOf(question: MoneyQuestion): string {
  const people = paidPeople(question).reduce((sum, paid) => sum + paid, 0);
  const { firstDay, dayCount } = question.window;
  let days = 0;
  for (let day = firstDay; day < firstDay + dayCount; day += 1) {
    const hours = question.clock.hoursOf(day);
    if (hours && hours.closes > hours.opens && hours.opens < question.view.asOf) days += 1;
  }
  return (
    `${counted(people, 'person', 'people')} ${people === 1 ? 'was' : 'were'} paid ${question.calendar.hoursPerDay} hours ` +
    `on each of ${counted(days, 'working day', 'working days')}: whoever owned an issue in scope that was not done.`
  );
}

function methodOf(question: MoneyQuestion): string {
  const covered = `${Math.floor(loggedCoverage(question) * 100 + dust)} %`;
  if (ledgerOfWindow(question).method === 'WORKLOGS')
    return `Labour goes by worklogs: they cover ${covered} of the paid hours.`;
  return (
    "Labour goes by an even split of each person's day over what they had in work: worklogs cover " +
    `${covered} of the paid hours, and count from ${enoughLogged * 100} % on.`
  );
}

/** What sums of parts of days leave of a percent. */
const dust = 1e-7;

function valuesOf({ view, clock, calendar }: MoneyQuestion, model: CostModel, { rows }: DelayCost): string {
  const values = itemValues(view, model, clock, calendar);
  const paidBack = rows.filter((row) => sourceOf(values, row) === 'PAYBACK_DEFAULT').length;
  return (
    `A week without an item costs what its value class says; without one, its labour so far / ${model.paybackWeeks}, ` +
    `as it has to pay that back in ${counted(model.paybackWeeks, 'week', 'weeks')}: so for ${paidBack} of ` +
    `${counted(rows.length, 'item', 'items')} with delay cost.`
  );
}

/** One sentence for each run of days on which another model holds than the present one. */
function lockedOf({ costs }: MoneyQuestion): string[] {
  const present = costs.at(-1)?.model;
  return costs
    .filter(({ model }) => model.version !== present?.version)
    .map(
      ({ from, to, model }) =>
        `Months from ${localDateText(from)} to ${localDateText(to - 1)} are locked: cost model version ${model.version} ` +
        `holds for them, ${told(loadedHour(model), model)} an hour.`,
    );
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
