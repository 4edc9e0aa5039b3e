/** Types of things that belong to a connection: their ids carry it, since two sites use the same native ids. */
export type ConnectedType =
  | 'Project'
  | 'Person'
  | 'Team'
  | 'Status'
  | 'Stage'
  | 'Issue'
  | 'SyncRun'
  | 'Action'
  | 'Recommendation';
export type OwnType = 'Viewer' | 'JiraConnection' | 'Session' | 'AccessToken' | 'AuditEvent' | 'DataRequest';

export interface NodeName {
  readonly type: ConnectedType | OwnType;
  /** Null for what belongs to the viewer directly. */
  readonly connectionId: string | null;
  readonly nativeId: string;
}

const connectedTypes: ReadonlySet<string> = new Set([
  'Project',
  'Person',
  'Team',
  'Status',
  'Stage',
  'Issue',
  'SyncRun',
  'Action',
  'Recommendation',
]);
const ownTypes: ReadonlySet<string> = new Set([
  'Viewer',
  'JiraConnection',
  'Session',
  'AccessToken',
  'AuditEvent',
  'DataRequest',
]);

/** The global id of a thing of a connection. */
export const connectedId = (type: ConnectedType, connectionId: string, nativeId: string): string =>
  `${type}.${connectionId}.${nativeId}`;

/** The global id of a thing that is the viewer's own. */
export const ownId = (type: OwnType, nativeId: string): string => `${type}.${nativeId}`;

/** Stands for an id that is not the viewer's: it matches nothing, like one that does not exist. */
export const unknownId = '';

/** What an id names; null when it is none of ours. */
export function readNodeId(id: string): NodeName | null {
  const own = /^(\w+)\.([0-9a-f]{24})$/.exec(id);
  if (own?.[1] && own[2] && ownTypes.has(own[1]))
    return { type: own[1] as OwnType, connectionId: null, nativeId: own[2] };
  const connected = /^(\w+)\.([0-9a-f]{24})\.(.{1,8000})$/u.exec(id);
  if (connected?.[1] && connected[2] && connected[3] && connectedTypes.has(connected[1]))
    return { type: connected[1] as ConnectedType, connectionId: connected[2], nativeId: connected[3] };
  return null;
}

/**
 * The native id that `id` stands for, when it names a `type` of this connection; null for every other id, be it
 * malformed, of another type, or of a connection that is not the viewer's.
 */
export function nativeIdOf(id: string, type: ConnectedType, connectionId: string): string | null {
  const name = readNodeId(id);
  return name?.type === type && name.connectionId === connectionId ? name.nativeId : null;
}
