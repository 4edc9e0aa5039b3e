import { type ClassType, Field, ObjectType } from 'type-graphql';
import { ApiError } from '../errors/api-error.ts';
import { PageInfo } from './page-info.ts';

/** One page of a list, Relay style. */
export interface Page<N> {
  readonly edges: readonly { readonly cursor: string; readonly node: N }[];
  readonly nodes: readonly N[];
  readonly pageInfo: PageInfo;
}

/** `first` is 1 to 100. Throws BAD_USER_INPUT. */
export function checkFirst(first: number): void {
  if (first < 1 || first > 100)
    throw new ApiError('BAD_USER_INPUT', '`first` is a number from 1 to 100.', { argumentName: 'first' });
}

const cursorForm = /^[\w-]{1,400}$/;

/** Cursors are opaque: base64url of what the list is ordered by. */
export const writeCursor = (position: string): string => Buffer.from(position).toString('base64url');

/** The position a cursor stands for; null without one. Throws BAD_USER_INPUT for what this list never gave out. */
export function readCursor(after: string | null | undefined): string | null {
  if (after === null || after === undefined) return null;
  const position = cursorForm.test(after) ? Buffer.from(after, 'base64url').toString() : '';
  if (position === '' || writeCursor(position) !== after)
    throw new ApiError('BAD_USER_INPUT', '`after` is no cursor of this list.', { argumentName: 'after' });
  return position;
}

/**
 * Makes a page of `items`, which may hold one more than `first` to tell that there is a next page.
 * `positionOf` gives each item's cursor position.
 */
export function pageOf<I, N>(
  items: readonly I[],
  first: number,
  hasPreviousPage: boolean,
  positionOf: (item: I) => string,
  toNode: (item: I) => N,
): Page<N> {
  const edges = items.slice(0, first).map((item) => ({ cursor: writeCursor(positionOf(item)), node: toNode(item) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: items.length > first,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The two types every list has, for a node type: `XEdge` and `XConnection`. */
export function connectionOf<N extends object>(node: () => ClassType<N>, name: string, what: string) {
  @ObjectType(`${name}Edge`, { description: `One of ${what}, and where it stands in the list.` })
  class Edge {
    @Field(() => String, { description: 'For `after`.' })
    cursor!: string;
    @Field(() => node(), { description: `One of ${what}.` })
    node!: N;
  }

  @ObjectType()
  class Connection {
    @Field(() => [Edge], { description: 'The page with a cursor for each.' })
    edges!: Edge[];
    @Field(() => [node()], { description: 'The page without cursors.' })
    nodes!: N[];
    @Field(() => PageInfo, { description: 'Whether there is more.' })
    pageInfo!: PageInfo;
  }
  return Connection;
}

/** Descriptions shared by the arguments of every list. */
export const firstArgument = { description: 'How many, 1 to 100.' };
export const afterArgument = { nullable: true, description: 'Begin after this cursor.' } as const;
