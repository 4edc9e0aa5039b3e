import type { StoreParts } from './store-parts.ts';

type Transactions = StoreParts['transaction'];

/** The database did not answer within the time in which somebody can be kept waiting. */
class DatabaseOutOfReach extends Error {
  constructor() {
    super('the database is out of reach');
    this.name = 'DatabaseOutOfReach';
  }
}

/**
 * Transactions for somebody who waits: the driver tries them again for two minutes, these are given up after
 * `patienceMs`. What was being committed at that moment may have happened all the same, as whenever an answer is lost.
 */
export function impatientTransactions(transaction: Transactions, patienceMs: number): Transactions {
  return async (work) => {
    const isOver = AbortSignal.timeout(patienceMs);
    const outcome = transaction(async (session) => {
      if (isOver.aborted) throw new DatabaseOutOfReach();
      return work(session);
    });
    const end = new Promise<never>((_, reject) => {
      isOver.addEventListener('abort', () => reject(new DatabaseOutOfReach()), { once: true });
    });
    return Promise.race([outcome, end]);
  };
}
