import type { IssueFilter, IssueOrder, IssueOrderField } from '../../gql/graphql.ts';

/** What the issue list is narrowed to and how it is ordered. It lives in the address. */
export interface IssueSearch {
  readonly text: string;
  readonly projectIds: readonly string[];
  readonly teamIds: readonly string[];
  readonly types: readonly string[];
  readonly stageIds: readonly string[];
  readonly done: 'any' | 'yes' | 'no';
  readonly flagged: boolean;
  readonly order: IssueOrderField;
  readonly direction: 'ASC' | 'DESC';
}

const orders: readonly IssueOrderField[] = ['UPDATED_AT', 'CREATED_AT', 'DONE_AT', 'AGE', 'KEY'];

export function readIssueSearch(search: URLSearchParams): IssueSearch {
  const done = search.get('done');
  const order = orders.find((one) => one === search.get('order'));
  return {
    text: search.get('text') ?? '',
    projectIds: search.getAll('project'),
    teamIds: search.getAll('team'),
    types: search.getAll('type'),
    stageIds: search.getAll('stage'),
    done: done === 'yes' || done === 'no' ? done : 'any',
    flagged: search.get('flagged') === 'yes',
    order: order ?? 'UPDATED_AT',
    direction: search.get('direction') === 'ASC' ? 'ASC' : 'DESC',
  };
}

export function writeIssueSearch(wanted: IssueSearch): URLSearchParams {
  const search = new URLSearchParams();
  if (wanted.text) search.set('text', wanted.text);
  for (const id of wanted.projectIds) search.append('project', id);
  for (const id of wanted.teamIds) search.append('team', id);
  for (const type of wanted.types) search.append('type', type);
  for (const id of wanted.stageIds) search.append('stage', id);
  if (wanted.done !== 'any') search.set('done', wanted.done);
  if (wanted.flagged) search.set('flagged', 'yes');
  if (wanted.order !== 'UPDATED_AT') search.set('order', wanted.order);
  if (wanted.direction !== 'DESC') search.set('direction', wanted.direction);
  return search;
}

const looksLikeKey = (text: string): boolean => /^[a-z][a-z0-9_]*-\d+$/i.test(text);

/** An issue key finds that issue; other words are looked for in the text. */
export function issueVariables(wanted: IssueSearch): { filter: IssueFilter; orderBy: IssueOrder } {
  const text = wanted.text.trim();
  return {
    filter: {
      ...(text !== '' && (looksLikeKey(text) ? { keys: [text.toUpperCase()] } : { text })),
      ...(wanted.projectIds.length > 0 && { projectIds: [...wanted.projectIds] }),
      ...(wanted.teamIds.length > 0 && { teamIds: [...wanted.teamIds] }),
      ...(wanted.types.length > 0 && { types: [...wanted.types] }),
      ...(wanted.stageIds.length > 0 && { stageIds: [...wanted.stageIds] }),
      ...(wanted.done !== 'any' && { done: wanted.done === 'yes' }),
      ...(wanted.flagged && { flagged: true }),
    },
    orderBy: { field: wanted.order, direction: wanted.direction },
  };
}
