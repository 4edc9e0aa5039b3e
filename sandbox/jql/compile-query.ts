import type { IssueRecord } from '../world/issue-record.ts';
import type { SiteView } from '../world/site-view.ts';
import type { Zone } from '../world/zone.ts';
import { readDate } from './date-literal.ts';
import { JqlError } from './jql-error.ts';
import { keyParts } from './key-parts.ts';
import { type SearchField, searchField } from './search-fields.ts';
import type { Clause, Operand, Operator } from './syntax.ts';

/** Who asks, of what, where and when: `zone` is that of the caller's profile, `now` in ms, asked only when the query depends on it. */
export interface Asker {
  /** What the caller does not see does not exist for the query either. */
  readonly view: SiteView;
  readonly accountId: string;
  readonly zone: Zone;
  readonly now: () => number;
}

type Test = (issue: IssueRecord) => boolean;

/** Turns a clause into a test of issues. Throws JqlError for fields and values that do not exist, as for signed-in callers. */
export function compileClause(clause: Clause, asker: Asker): Test {
  if (clause.kind === 'not') {
    const inner = compileClause(clause.of, asker);
    return (issue) => !inner(issue);
  }
  if (clause.kind === 'and' || clause.kind === 'or') {
    const parts = clause.of.map((part) => compileClause(part, asker));
    return clause.kind === 'and' ? (issue) => parts.every((p) => p(issue)) : (issue) => parts.some((p) => p(issue));
  }
  const field = searchField(clause.field);
  if (!field) {
    throw new JqlError(`Field '${clause.field}' does not exist or you do not have permission to view it.`);
  }
  if (clause.operands.every((operand) => operand.kind === 'empty')) return emptyTest(field, clause.operator);
  if (field.kind === 'instant') return instantTest(field, clause.operator, clause.operands, asker);
  return field.kind === 'issue'
    ? issueTest(field.name, clause.operator, clause.operands, asker)
    : namesTest(field, clause.operator, clause.operands, asker);
}

function refuse(operator: Operator, field: string): never {
  throw new JqlError(`The operator '${operator.toUpperCase()}' is not supported by the '${field}' field.`);
}

function emptyTest(field: SearchField, operator: Operator): Test {
  if (field.kind === 'issue') return refuse(operator, field.name);
  const isEmpty: Test =
    field.kind === 'names' ? (issue) => field.of(issue).length === 0 : (issue) => field.of(issue) === undefined;
  if (operator === 'is' || operator === '=') return isEmpty;
  if (operator === 'is not' || operator === '!=') return (issue) => !isEmpty(issue);
  return refuse(operator, field.name);
}

function instantTest(
  field: Extract<SearchField, { kind: 'instant' }>,
  operator: Operator,
  operands: readonly Operand[],
  asker: Asker,
): Test {
  const dates = operands.map((operand) => readDate(operand, field.name, asker.zone, asker.now));
  const date = dates[0] ?? 0;
  const { of } = field;
  const absent = Number.NaN;
  switch (operator) {
    case '>=':
      return (issue) => (of(issue) ?? absent) >= date;
    case '<=':
      return (issue) => (of(issue) ?? absent) <= date;
    case '>':
      return (issue) => (of(issue) ?? absent) > date;
    case '<':
      return (issue) => (of(issue) ?? absent) < date;
    case '=':
    case 'in':
      return (issue) => dates.includes(of(issue) ?? absent);
    case '!=':
    case 'not in':
      return (issue) => of(issue) !== undefined && !dates.includes(of(issue) ?? absent);
    default:
      return refuse(operator, field.name);
  }
}

function words(operands: readonly Operand[], asker: Asker, field: string): string[] {
  return operands.flatMap((operand) => {
    if (operand.kind === 'value') return [operand.text.toLowerCase()];
    if (operand.kind === 'empty') return [];
    if (operand.name === 'currentuser' && (field === 'assignee' || field === 'reporter')) {
      return [asker.accountId.toLowerCase()];
    }
    throw new JqlError(`Unable to find JQL function '${operand.name}(${operand.args.join(', ')})'.`);
  });
}

function namesTest(
  field: Extract<SearchField, { kind: 'names' }>,
  operator: Operator,
  operands: readonly Operand[],
  asker: Asker,
): Test {
  const wanted = words(operands, asker, field.name);
  if (field.known) {
    const known = new Set(field.known(asker.view));
    const strange = operands.find((operand) => operand.kind === 'value' && !known.has(operand.text.toLowerCase()));
    if (strange?.kind === 'value') {
      throw new JqlError(`The value '${strange.text}' does not exist for the field '${field.name}'.`);
    }
  }
  const takesEmpty = operands.some((operand) => operand.kind === 'empty');
  const matches: Test = (issue) => {
    const names = field.of(issue);
    return names.length === 0 ? takesEmpty : names.some((name) => wanted.includes(name));
  };
  if (operator === '=' || operator === 'in') return matches;
  // As in Jira, an issue without a value matches neither the clause nor its negation.
  if (operator === '!=' || operator === 'not in') return (issue) => field.of(issue).length > 0 && !matches(issue);
  return refuse(operator, field.name);
}

/**
 * `key`, `issuekey`, `issue` and `id` are names of one field, and each takes keys and native ids. Greater and less compare
 * the numbers of keys within the project of the issue that is named, so that `id >= 10003` is no way to walk a site: so do
 * the sources of Jira Server, which Cloud stems from; not recorded of Cloud.
 */
function issueTest(name: string, operator: Operator, operands: readonly Operand[], asker: Asker): Test {
  const issues = words(operands, asker, name).map((word) => {
    const issue = asker.view.find(word);
    if (issue) return issue;
    const isId = /^\d+$/.test(word);
    throw new JqlError(
      isId
        ? `A value with ID '${word}' does not exist for the field '${name}'.`
        : `An issue with key '${word.toUpperCase()}' does not exist for field '${name}'.`,
    );
  });
  const ids = new Set(issues.map(({ id }) => id));
  if (operator === '=' || operator === 'in') return (issue) => ids.has(issue.id);
  if (operator === '!=' || operator === 'not in') return (issue) => !ids.has(issue.id);
  const [limit] = issues;
  const isBeyond = comparisons[operator];
  if (!isBeyond || !limit) return refuse(operator, name);
  const [project, number] = keyParts(limit.key);
  return (issue) => {
    const [itsProject, itsNumber] = keyParts(issue.key);
    return itsProject === project && isBeyond(itsNumber, number);
  };
}

const comparisons: Partial<Record<Operator, (a: number, b: number) => boolean>> = {
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
};
