import { SourceError } from '../../sync/source.ts';
import { AnswerTooLarge } from '../http/exchange.ts';

/** Asks with each page size in turn, largest first, while the answer is too large to be read. */
export async function withSmallerPages<T>(sizes: readonly number[], ask: (pageSize: number) => Promise<T>): Promise<T> {
  const [size = 1, ...smaller] = sizes;
  try {
    return await ask(size);
  } catch (error) {
    const tooLarge = error instanceof SourceError && error.cause instanceof AnswerTooLarge;
    if (!tooLarge || smaller.length === 0) throw error;
    return withSmallerPages(smaller, ask);
  }
}
