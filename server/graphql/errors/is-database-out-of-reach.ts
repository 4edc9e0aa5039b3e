const names =
  /^(MongoNetwork|MongoServerSelection|MongoNotConnected|MongoTopologyClosed|MongoPoolClosed|MongoPoolCleared|MongoExpiredSession|MongoOperationTimeout|MongoWaitQueueTimeout|MongooseServerSelection|DatabaseOutOfReach)/;
/** The driver hands some faults of its sockets on as they are. */
const socketCodes: ReadonlySet<unknown> = new Set(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'ETIMEDOUT']);
/** A server that shuts down, steps down, or has no primary: what the driver would try again, and has. */
const serverCodes: ReadonlySet<unknown> = new Set([
  6, 7, 89, 91, 189, 262, 9001, 10_058, 10_107, 11_600, 11_602, 13_435, 13_436,
]);
const labels: ReadonlySet<unknown> = new Set(['TransientTransactionError', 'RetryableWriteError', 'RetryableError']);

const mostCauses = 8;

/** Whether an error, or what it was caused by, says that the database cannot be reached now: worth another try later. */
export function isDatabaseOutOfReach(error: unknown): boolean {
  let cause: unknown = error;
  for (let depth = 0; depth < mostCauses && cause instanceof Error; depth += 1) {
    const { code, errorLabels, originalError } = cause as Error & {
      code?: unknown;
      errorLabels?: unknown;
      originalError?: unknown;
    };
    if (names.test(cause.name) || socketCodes.has(code)) return true;
    if (cause.name.startsWith('Mongo') && (serverCodes.has(code) || isLabelled(errorLabels))) return true;
    cause = originalError ?? cause.cause;
  }
  return false;
}

const isLabelled = (given: unknown): boolean => Array.isArray(given) && given.some((label) => labels.has(label));
