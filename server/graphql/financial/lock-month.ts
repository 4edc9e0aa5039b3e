import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { localDateText } from '../../analytics/clocks/local-date.ts';
import { endOfKnowledge } from '../../analytics/flow-view/end-of-knowledge.ts';
import { figuresOf } from '../../analytics/money/impact/money-months.ts';
import { monthName } from '../../domain/month-name.ts';
import { refused, type UserError, type UserErrorCode } from '../../domain/user-error.ts';
import type { MonthSnapshot } from '../../store/repository/month-writer.ts';
import { JiraView } from '../connection/jira-view.ts';
import { type MutationContext, writerOf } from '../context.ts';
import { ask } from '../questions/question.ts';
import { LocalDate } from '../shared/scalars.ts';
import { Payload } from '../shared/user-error-type.ts';
import { askMoney } from './ask-money.ts';
import { LockedMonthType, lockedMonthOf } from './locked-month-type.ts';

@ObjectType({ description: 'The month as it is locked.' })
export class LockMonthPayload extends Payload {
  @Field(() => LockedMonthType, { nullable: true, description: 'Null when it was refused.' })
  lockedMonth!: LockedMonthType | null;
}

@Resolver()
export class LockMonthResolver {
  @Mutation(() => LockMonthPayload, {
    description:
      'Closes a month that is over: amounts of its days keep the cost model of now, whatever is changed later. Months before it need not be locked.',
  })
  async lockMonth(
    @Arg('month', () => LocalDate, { description: 'Its first day.' }) month: string,
    @Ctx() context: MutationContext,
  ): Promise<LockMonthPayload> {
    const writer = writerOf(context);
    const jira = await writer.jiraConnection();
    const view = jira && new JiraView(jira, writer, context.flowTables);
    const errors = view && (await whyNot(month, view));
    if (errors) return { lockedMonth: null, userErrors: errors };
    const outcome = await writer.months.lock(month, view && (await snapshotOf(month, view)));
    return outcome.ok
      ? { lockedMonth: lockedMonthOf(outcome.value), userErrors: [] }
      : { lockedMonth: null, userErrors: outcome.errors };
  }
}

/** What the month comes to over the whole connection, as its figures say now. */
async function snapshotOf(month: string, view: JiraView): Promise<MonthSnapshot> {
  const [year, number] = month.split('-').map(Number);
  const to = new Date(Date.UTC(year ?? 0, number ?? 1, 0)).toISOString().slice(0, 10);
  const { question } = await askMoney(await ask(view, { scope: null, window: { from: month, to }, clock: 'WORKING' }));
  const [period] = question.costs;
  if (!period) throw new Error('a month has days, and each a cost model');
  return {
    version: period.model.version,
    figures: figuresOf(question),
  };
}

/** Why a month cannot be closed: it is none, or something of it may still come in. Null when it can. */
async function whyNot(month: string, view: JiraView): Promise<readonly UserError[] | null> {
  const refuse = (code: UserErrorCode, message: string) => refused(code, message, ['month']).errors;
  if (!month.endsWith('-01')) return refuse('INVALID', 'A month is named by its first day: 2026-03-01.');
  const { asOf } = view.reader.connection;
  if (asOf === null) return refuse('CONFLICT', 'Nothing has been read from Jira yet.');
  const { local } = await view.clocks();
  const today = localDateText(local.dayOf(endOfKnowledge(asOf)));
  return month.slice(0, 7) < today.slice(0, 7)
    ? null
    : refuse('CONFLICT', `${monthName(month)} is not over yet: Jira has been read up to ${today}.`);
}
