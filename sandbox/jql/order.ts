import type { IssueRecord } from '../world/issue-record.ts';
import { asText } from '../world/json.ts';
import { JqlError } from './jql-error.ts';
import { keyParts } from './key-parts.ts';
import { searchField } from './search-fields.ts';
import type { OrderTerm } from './syntax.ts';

/** Where an issue stands in an order; JSON, so that a page token can carry it. The last part is the issue id. */
export type Place = readonly (number | string)[];

export interface Order {
  readonly placeOf: (issue: IssueRecord) => Place;
  readonly compare: (a: Place, b: Place) => number;
}

/** ORDER BY as a comparison of places, made total by the id; without one, newest issue first. */
export function readOrder(terms: readonly OrderTerm[]): Order {
  const columns = terms.length > 0 ? terms.map(column) : [newestFirst];
  const signs = [...columns.flatMap(({ sign, width }) => Array<number>(width).fill(sign)), 1];
  return {
    placeOf: (issue) => [...columns.flatMap(({ of }) => of(issue)), Number(issue.id)],
    compare: (a, b) => {
      for (let index = 0; index < signs.length; index += 1) {
        const [x, y] = [a[index] ?? 0, b[index] ?? 0];
        if (x !== y) return (x < y ? -1 : 1) * (signs[index] ?? 1);
      }
      return 0;
    },
  };
}

interface Column {
  readonly sign: number;
  readonly width: number;
  readonly of: (issue: IssueRecord) => (number | string)[];
}

const newestFirst: Column = { sign: -1, width: 1, of: (issue) => [Number(issue.id)] };

/** By `id` is by key: both are names of one field. */
function column(term: OrderTerm): Column {
  const field = searchField(term.field);
  const sign = term.descending ? -1 : 1;
  if (field?.kind === 'instant') return { sign, width: 1, of: (issue) => [field.of(issue) ?? 0] };
  if (field?.kind === 'issue') return { sign, width: 2, of: ({ key }) => keyParts(key) };
  if (field?.kind === 'names') return { sign, width: 1, of: (issue) => [field.of(issue)[0] ?? ''] };
  if (term.field === 'summary') return { sign, width: 1, of: (issue) => [asText(issue.fields.summary) ?? ''] };
  if (term.field === 'rank') return { sign, width: 1, of: (issue) => [Number(issue.id)] };
  throw new JqlError(`Field '${term.field}' does not exist or you do not have permission to view it.`);
}
