/** What a command to MongoDB says, as the driver's monitoring shows it. */
type Command = Record<string, unknown>;

/** Commands about the connection, transactions and indexes: they touch no rows. `getMore` goes on with a find that was looked at. */
const aboutNoRows = new Set([
  'hello',
  'ping',
  'endSessions',
  'createIndexes',
  'create',
  'listCollections',
  'commitTransaction',
  'abortTransaction',
  'getMore',
  'killCursors',
]);

/** The queues of background work, and counters of failed sign-ins and of requests to Jira: ids, times, hashes, no tenant's. */
const ownedByNobody = new Set(['due_connections', 'due_requests', 'sign_in_failures', 'jira_points']);

/** The parts of a command that touch rows without naming whose they are; for accounts, which one. */
export function ownerlessParts(name: string, command: Command): string[] {
  if (aboutNoRows.has(name)) return [];
  const collection = String(command[name]);
  if (ownedByNobody.has(collection)) return [];
  const field = collection === 'accounts' ? ['_id', 'email'] : ['owner'];
  const parts = subjectsOf(name, command);
  const lacking = parts === null ? [command] : parts.filter((part) => !field.some((key) => key in part));
  return lacking.map((part) => `${name} ${collection} ${JSON.stringify(part)}`);
}

/** The filters and documents of a command; null for one that is not known, which is not to be trusted. */
function subjectsOf(name: string, command: Command): Command[] | null {
  const list = (key: string, part: string): Command[] =>
    (command[key] as Command[]).map((entry) => entry[part] as Command);
  switch (name) {
    case 'find':
      return [command.filter as Command];
    case 'count':
    case 'distinct':
    case 'findAndModify':
      return [command.query as Command];
    case 'aggregate':
      return [((command.pipeline as Command[])[0]?.$match ?? {}) as Command];
    case 'update':
      return list('updates', 'q');
    case 'delete':
      return list('deletes', 'q');
    case 'insert':
      return command.documents as Command[];
    default:
      return null;
  }
}
