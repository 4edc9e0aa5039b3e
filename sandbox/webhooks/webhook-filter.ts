import { JqlError } from '../jql/jql-error.ts';
import { parseJql } from '../jql/parse-jql.ts';
import { searchField } from '../jql/search-fields.ts';
import type { Clause, Operand } from '../jql/syntax.ts';
import type { IssueRecord } from '../world/issue-record.ts';
import { asObject, asText, type JsonObject } from '../world/json.ts';

export type WebhookFilter = (issue: IssueRecord) => boolean;
type Term = Extract<Clause, { kind: 'term' }>;

/**
 * Reads a jqlFilter: the few fields and operators that webhooks know (JIRA-CLOUD.md 2.6), joined by AND and OR. Values are
 * not looked up: a project or a key that does not exist is no error, it matches nothing. `fields` are the site's.
 * Throws JqlError; of its texts "The clause … is unsupported" and "Operator … is unsupported" are the real ones.
 */
export function readWebhookFilter(jql: string, fields: readonly JsonObject[]): WebhookFilter {
  const { where, order } = parseJql(jql);
  if (!where) throw new JqlError('The JQL filter is empty');
  if (order.length > 0) throw new JqlError('Order by is unsupported');
  return compile(where, jql, fields);
}

function compile(clause: Clause, jql: string, fields: readonly JsonObject[]): WebhookFilter {
  if (clause.kind === 'not') throw new JqlError('Operator not is unsupported');
  if (clause.kind === 'term') return compileTerm(clause, jql, fields);
  const parts = clause.of.map((part) => compile(part, jql, fields));
  return clause.kind === 'and'
    ? (issue) => parts.every((part) => part(issue))
    : (issue) => parts.some((part) => part(issue));
}

function compileTerm(term: Term, jql: string, fields: readonly JsonObject[]): WebhookFilter {
  const valuesOf = readField(term.field, fields);
  // The parser keeps field names in lower case; the error quotes the name as it was written.
  const start = jql.toLowerCase().indexOf(term.field);
  if (!valuesOf) throw new JqlError(`The clause ${jql.slice(start, start + term.field.length)} is unsupported`);
  if (!['=', '!=', 'in', 'not in'].includes(term.operator)) {
    throw new JqlError(`Operator ${term.operator} is unsupported`);
  }
  const wanted = term.operands.flatMap(word);
  const takesEmpty = term.operands.some((operand) => operand.kind === 'empty');
  const isNegative = term.operator === '!=' || term.operator === 'not in';
  return (issue) => {
    const values = valuesOf(issue);
    // As in JQL, an issue without a value matches neither a clause nor its negation, unless EMPTY is named.
    if (values.length === 0) return takesEmpty && !isNegative;
    return values.some((value) => wanted.includes(value)) !== isNegative;
  };
}

function word(operand: Operand): string[] {
  if (operand.kind === 'call') throw new JqlError(`Function ${operand.name} is unsupported`);
  return operand.kind === 'value' ? [operand.text.toLowerCase()] : [];
}

const named = ['project', 'issuetype', 'status', 'priority', 'assignee', 'reporter'];

/** The values of an issue that a clause compares, in lower case; undefined for a field that webhooks do not know. */
function readField(
  name: string,
  fields: readonly JsonObject[],
): ((issue: IssueRecord) => readonly string[]) | undefined {
  if (name === 'issuekey') return (issue) => [issue.key.toLowerCase(), issue.id];
  const known = named.includes(name) ? searchField(name) : undefined;
  if (known?.kind === 'names') return known.of;
  // No issue of the sandbox has properties.
  if (/^issue\.property\[[^\]]+\]/.test(name)) return () => [];
  const id = /^cf\[(\d+)\]$/.exec(name)?.[1];
  const field = fields.find((entry) => entry.id === `customfield_${id}`);
  const isEpicLabel = asText(asObject(field?.schema)?.custom)?.endsWith(':gh-epic-label') === true;
  if (!isEpicLabel) return undefined;
  return (issue) => {
    const label = asText(issue.fields[`customfield_${id}`]);
    return label === undefined ? [] : [label.toLowerCase()];
  };
}
