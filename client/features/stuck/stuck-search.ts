import type { StuckKind, StuckOrder } from '../../gql/graphql.ts';
import { stuckKinds, stuckOrders } from './stuck-lists.ts';

/** Which stuck work is listed, and what comes first. It lives in the address. */
export interface StuckSearch {
  readonly kinds: readonly StuckKind[];
  readonly order: StuckOrder;
}

const defaultOrder = 'DELAY_COST';

const inAddress = (word: string): string => word.toLowerCase().replaceAll('_', '-');

/** What an address asks; what it does not say, or says unreadably, is all kinds in the schema's order. */
export function readStuckSearch(search: URLSearchParams): StuckSearch {
  const kinds = search.getAll('kind');
  const order = search.get('order');
  return {
    kinds: stuckKinds.filter((kind) => kinds.includes(inAddress(kind))),
    order: stuckOrders.find(({ value }) => inAddress(value) === order)?.value ?? defaultOrder,
  };
}

/** The same search with another list in it; other keys stay. */
export function writeStuckSearch(search: URLSearchParams, wanted: StuckSearch): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete('kind');
  next.delete('order');
  for (const kind of wanted.kinds) next.append('kind', inAddress(kind));
  if (wanted.order !== defaultOrder) next.set('order', inAddress(wanted.order));
  return next;
}

/** No kind chosen means all of them; an empty list would mean none. */
export const stuckVariables = ({ kinds, order }: StuckSearch) => ({
  kinds: kinds.length > 0 ? [...kinds] : null,
  order,
});
