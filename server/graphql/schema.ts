import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { ChangePasswordResolver } from './account/change-password.ts';
import { RefreshSessionResolver } from './account/refresh-session.ts';
import { RevokeSessionResolver } from './account/revoke-session.ts';
import { SignInResolver } from './account/sign-in.ts';
import { SignOutResolver } from './account/sign-out.ts';
import { SignUpResolver } from './account/sign-up.ts';
import { BeginJiraConnectionResolver } from './connection/begin-jira-connection.ts';
import { ChooseJiraSiteResolver } from './connection/choose-jira-site.ts';
import { CompleteJiraConnectionResolver } from './connection/complete-jira-connection.ts';
import { DisconnectJiraResolver } from './connection/disconnect-jira.ts';
import { UpdateStagesResolver } from './connection/update-stages.ts';
import { applyPermissions } from './permissions/apply-permissions.ts';
import { allRules, permissions } from './permissions/permissions.ts';
import { NodeResolver } from './roots/node-resolver.ts';
import { RateLimitResolver } from './roots/rate-limit.ts';
import { ViewerResolver } from './roots/viewer-resolver.ts';
import { StartSyncResolver } from './sync/start-sync.ts';
import { SyncProgressResolver } from './sync/sync-progress.ts';

const resolvers = [
  ViewerResolver,
  NodeResolver,
  RateLimitResolver,
  SignUpResolver,
  SignInResolver,
  RefreshSessionResolver,
  SignOutResolver,
  ChangePasswordResolver,
  RevokeSessionResolver,
  BeginJiraConnectionResolver,
  CompleteJiraConnectionResolver,
  ChooseJiraSiteResolver,
  DisconnectJiraResolver,
  StartSyncResolver,
  UpdateStagesResolver,
  SyncProgressResolver,
] as const;

/** type-graphql insists on one; every subscription here brings its own `subscribe`. */
const pubSub = {
  publish: () => undefined,
  subscribe: (): never => {
    throw new Error('this subscription has no source of its own');
  },
};

/** The schema without permissions: for printing. */
export function bareSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [...resolvers] as unknown as NonEmptyArray<() => void>,
    validate: false,
    pubSub,
  });
}

/** The schema as it is served. */
export function guardedSchema(): GraphQLSchema {
  return applyPermissions(bareSchema(), permissions, allRules as Readonly<Record<string, unknown>>);
}
