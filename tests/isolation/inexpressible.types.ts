/**
 * Sentences that must not compile. Each stands below a `@ts-expect-error`, which is itself an error when the sentence
 * under it is accepted: `npm run typecheck` is the test.
 */
import { Types } from 'mongoose';
import { Session } from '../../server/auth/session.ts';
import type { AuditEvents } from '../../server/store/audit/audit-collections.ts';
import type { StatusRow } from '../../server/store/models/rows.ts';
import type { Store } from '../../server/store/open-store.ts';
import type { OwnedCollection } from '../../server/store/owned/owned-collection.ts';
import type { ConnectionReader } from '../../server/store/repository/connection-reader.ts';
import type { Reader } from '../../server/store/repository/reader.ts';

declare const store: Store;
declare const session: Session;
declare const reader: Reader;
declare const jira: ConnectionReader;
declare const auditEvents: AuditEvents;
declare const statuses: OwnedCollection<StatusRow>;
const somebody = new Types.ObjectId();

export async function sentences(): Promise<void> {
  // @ts-expect-error A session cannot be made up.
  new Session('account', 'session');
  // @ts-expect-error Nor can something that looks like one: it would have to be proven by a token.
  await Session.verify({ accountId: 'somebody' });
  // @ts-expect-error Nor out of a token that nobody has looked up.
  await Session.verifyToken('qs_pat_somebody');
  // @ts-expect-error Nothing that only looks like a session is one.
  store.bindRepository({ accountId: 'account', sessionId: 'session' });
  // @ts-expect-error A repository comes from a session, not from an id.
  store.bindRepository(somebody);
  // @ts-expect-error It is bound to one owner; none can be named beside.
  store.bindRepository(session, somebody);
  // @ts-expect-error The collections behind it are out of reach.
  reader.collections;
  // @ts-expect-error So is its owner.
  reader.owner;
  // @ts-expect-error No question takes an owner.
  await reader.jiraConnection(somebody);
  // @ts-expect-error No question takes a filter.
  await jira.issues.byIds([{ owner: somebody }]);
  // @ts-expect-error A reader adds nothing to the log.
  reader.auditLog.append('SIGNED_IN');
  // @ts-expect-error An entry of the log cannot be changed.
  auditEvents.updateOne({ number: 1 }, { set: { detail: null } });
  // @ts-expect-error Nor many be deleted.
  auditEvents.deleteMany({});
  // @ts-expect-error A reader changes nothing.
  reader.jira.disconnect();
  // @ts-expect-error A filter inside the store cannot name an owner.
  await statuses.find({ owner: somebody });
  // @ts-expect-error Nor a connection.
  await statuses.find({ connection: somebody });
  // @ts-expect-error Nor widen itself with an operator at its top.
  await statuses.find({ $or: [{ owner: somebody }] });
  // @ts-expect-error Nor run code.
  await statuses.find({ $where: 'true' });
  // @ts-expect-error An update cannot give rows away.
  await statuses.updateMany({}, { set: { owner: somebody } });
  // @ts-expect-error The model behind a collection is out of reach.
  statuses.model;
}
