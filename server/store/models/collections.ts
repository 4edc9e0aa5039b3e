import type { Connection, Model, Schema } from 'mongoose';
import { accessTokenSchema } from './access-token.ts';
import { accountSchema } from './account.ts';
import { actionSchema } from './action.ts';
import { auditEventSchema, auditHeadSchema } from './audit-event.ts';
import { connectionSchema } from './connection.ts';
import { consentSchema } from './consent.ts';
import { costModelSchema } from './cost-model.ts';
import { dataRequestSchema } from './data-request.ts';
import { type DueConnectionRow, dueConnectionSchema } from './due-connection.ts';
import { type DueRequestRow, dueRequestSchema } from './due-request.ts';
import { exportPartSchema } from './export-part.ts';
import { flowChunkSchema } from './flow-chunk.ts';
import { grantSchema } from './grant.ts';
import { hintSchema } from './hint.ts';
import { historySchema } from './history.ts';
import { issueSchema } from './issue.ts';
import { lockedMonthSchema } from './locked-month.ts';
import { personSchema } from './person.ts';
import { projectSchema } from './project.ts';
import { quarantineSchema } from './quarantine.ts';
import type * as row from './rows.ts';
import { sessionSchema } from './session.ts';
import { statusSchema } from './status.ts';
import { syncRunSchema } from './sync-run.ts';

/** Every mongoose model, on one connection. Only files below store/ see them. */
export interface Collections {
  readonly accounts: Model<row.AccountRow>;
  readonly sessions: Model<row.SessionRow>;
  readonly accessTokens: Model<row.AccessTokenRow>;
  readonly auditEvents: Model<row.AuditEventRow>;
  readonly auditHeads: Model<row.AuditHeadRow>;
  readonly consents: Model<row.ConsentRow>;
  readonly costModels: Model<row.CostModelRow>;
  readonly connections: Model<row.ConnectionRow>;
  readonly dueConnections: Model<DueConnectionRow>;
  readonly dataRequests: Model<row.DataRequestRow>;
  readonly exportParts: Model<row.ExportPartRow>;
  readonly dueRequests: Model<DueRequestRow>;
  readonly grants: Model<row.GrantRow>;
  readonly projects: Model<row.ProjectRow>;
  readonly people: Model<row.PersonRow>;
  readonly statuses: Model<row.StatusRow>;
  readonly issues: Model<row.IssueRow>;
  readonly histories: Model<row.HistoryRow>;
  readonly flowChunks: Model<row.FlowChunkRow>;
  readonly syncRuns: Model<row.SyncRunRow>;
  readonly lockedMonths: Model<row.LockedMonthRow>;
  readonly actions: Model<row.ActionRow>;
  readonly hints: Model<row.HintRow>;
  readonly quarantine: Model<row.QuarantineRow>;
}

/** Registers every model on `connection`. */
export function openCollections(connection: Connection): Collections {
  const open = <D>(name: string, schema: Schema<D>): Model<D> => connection.model<D>(name, schema, name);
  return {
    accounts: open('accounts', accountSchema()),
    sessions: open('sessions', sessionSchema()),
    accessTokens: open('access_tokens', accessTokenSchema()),
    auditEvents: open('audit_events', auditEventSchema()),
    auditHeads: open('audit_heads', auditHeadSchema()),
    consents: open('consents', consentSchema()),
    costModels: open('cost_models', costModelSchema()),
    connections: open('connections', connectionSchema()),
    dueConnections: open('due_connections', dueConnectionSchema()),
    dataRequests: open('data_requests', dataRequestSchema()),
    exportParts: open('export_parts', exportPartSchema()),
    dueRequests: open('due_requests', dueRequestSchema()),
    grants: open('grants', grantSchema()),
    projects: open('projects', projectSchema()),
    people: open('people', personSchema()),
    statuses: open('statuses', statusSchema()),
    issues: open('issues', issueSchema()),
    histories: open('histories', historySchema()),
    flowChunks: open('flow_chunks', flowChunkSchema()),
    syncRuns: open('sync_runs', syncRunSchema()),
    lockedMonths: open('locked_months', lockedMonthSchema()),
    actions: open('actions', actionSchema()),
    hints: open('hints', hintSchema()),
    quarantine: open('quarantine', quarantineSchema()),
  };
}

/** The collections whose rows belong to one connection: what a disconnect has to empty. */
export const connectionCollections = [
  'grants',
  'projects',
  'people',
  'statuses',
  'issues',
  'histories',
  'flowChunks',
  'syncRuns',
  'lockedMonths',
  'actions',
  'hints',
  'quarantine',
] as const satisfies readonly (keyof Collections)[];
