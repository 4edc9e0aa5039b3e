import 'reflect-metadata';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { ChangePasswordResolver } from './account/change-password.ts';
import { RefreshSessionResolver } from './account/refresh-session.ts';
import { RevokeSessionResolver } from './account/revoke-session.ts';
import { SignInResolver } from './account/sign-in.ts';
import { SignOutResolver } from './account/sign-out.ts';
import { SignUpResolver } from './account/sign-up.ts';
import { AccessTokenMutations } from './account/tokens/access-token-mutations.ts';
import { UpdateCostModelResolver } from './account/update-cost-model.ts';
import { UpdateSettingsResolver } from './account/update-settings.ts';
import { ActionMutations } from './actions/action-mutations.ts';
import { ActionsFields } from './actions/actions-fields.ts';
import { RecommendationsField } from './actions/recommendations-field.ts';
import { CumulativeFlowField } from './analytics/cumulative-flow-field.ts';
import { CycleTimesField } from './analytics/cycle-times-field.ts';
import { FlowOverviewField } from './analytics/flow-overview-field.ts';
import { ForecastField } from './analytics/forecast-field.ts';
import { InProgressField } from './analytics/in-progress-field.ts';
import { TimeInStatusField } from './analytics/time-in-status-field.ts';
import { BeginJiraConnectionResolver } from './connection/begin-jira-connection.ts';
import { ChooseJiraSiteResolver } from './connection/choose-jira-site.ts';
import { CompleteJiraConnectionResolver } from './connection/complete-jira-connection.ts';
import { DeleteTeamResolver } from './connection/delete-team.ts';
import { DisconnectJiraResolver } from './connection/disconnect-jira.ts';
import { SaveTeamResolver } from './connection/save-team.ts';
import { UpdateStagesResolver } from './connection/update-stages.ts';
import { BottleneckCostsField } from './financial/bottleneck-costs-field.ts';
import { CostByStatusField } from './financial/cost-by-status-field.ts';
import { CostByTeamField } from './financial/cost-by-team-field.ts';
import { CostOfDelayField } from './financial/cost-of-delay-field.ts';
import { ImpactField } from './financial/impact-field.ts';
import { LockMonthResolver } from './financial/lock-month.ts';
import { UnlockMonthResolver } from './financial/unlock-month.ts';
import { BottlenecksField } from './investigation/bottlenecks-field.ts';
import { IssueField } from './investigation/issue-field.ts';
import { StageField } from './investigation/stage-field.ts';
import { StuckWorkField } from './investigation/stuck-work-field.ts';
import { TeamComparisonField } from './investigation/team-comparison-field.ts';
import { applyPermissions } from './permissions/apply-permissions.ts';
import { allRules, permissions } from './permissions/permissions.ts';
import { PrivacyMutations } from './privacy/privacy-mutations.ts';
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
  UpdateSettingsResolver,
  UpdateCostModelResolver,
  BeginJiraConnectionResolver,
  CompleteJiraConnectionResolver,
  ChooseJiraSiteResolver,
  DisconnectJiraResolver,
  StartSyncResolver,
  UpdateStagesResolver,
  SaveTeamResolver,
  DeleteTeamResolver,
  LockMonthResolver,
  UnlockMonthResolver,
  SyncProgressResolver,
  BottlenecksField,
  StuckWorkField,
  TeamComparisonField,
  CycleTimesField,
  TimeInStatusField,
  ForecastField,
  FlowOverviewField,
  IssueField,
  CumulativeFlowField,
  StageField,
  InProgressField,
  CostByTeamField,
  CostOfDelayField,
  BottleneckCostsField,
  CostByStatusField,
  ImpactField,
  RecommendationsField,
  ActionsFields,
  ActionMutations,
  AccessTokenMutations,
  PrivacyMutations,
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
  const schema = buildSchemaSync({
    resolvers: [...resolvers] as unknown as NonEmptyArray<() => void>,
    validate: false,
    pubSub,
  });
  describe(schema.getQueryType(), 'What can be read. Everything hangs below `viewer`: who asks sees what is theirs.');
  describe(schema.getMutationType(), "What can be changed. What is refused is told in the payload's `userErrors`.");
  describe(schema.getSubscriptionType(), 'What can be watched, as server-sent events at /graphql/stream.');
  return schema;
}

/** type-graphql has no place for what root types say. */
function describe(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description;
}

/** The schema as it is served. */
export function guardedSchema(): GraphQLSchema {
  return applyPermissions(bareSchema(), permissions, allRules as Readonly<Record<string, unknown>>);
}
