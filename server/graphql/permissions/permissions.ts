import type { IRules } from 'graphql-shield';
import type { Context } from '../context.ts';
import { ApiError } from '../errors/api-error.ts';
import { graphqlShield } from './load-shield.ts';

const { allow, deny, rule, shield } = graphqlShield;

/** A boolean would be asked again for every field when false; an error is told as it is. */
const signedIn = rule('signedIn', { cache: 'contextual' })((_parent, _args, context: Context) =>
  context.repository ? true : new ApiError('UNAUTHENTICATED', 'Sign in first.'),
);

/**
 * Who may enter where. Everything that is not listed is denied. Rules stand on the fields through which one enters;
 * what lies behind them can only be reached through the viewer's own repository, and a rule on each leaf would make
 * every row of a list wait for a promise.
 */
export const rules = {
  Query: { '*': deny, viewer: signedIn, node: signedIn, nodes: signedIn, rateLimit: signedIn },
  Mutation: {
    '*': deny,
    signUp: allow,
    signIn: allow,
    refreshSession: allow,
    signOut: signedIn,
    changePassword: signedIn,
    revokeSession: signedIn,
    updateSettings: signedIn,
    updateCostModel: signedIn,
    beginJiraConnection: signedIn,
    completeJiraConnection: signedIn,
    chooseJiraSite: signedIn,
    disconnectJira: signedIn,
    startSync: signedIn,
    cancelSync: signedIn,
    updateStages: signedIn,
    saveTeam: signedIn,
    deleteTeam: signedIn,
  },
  Subscription: { '*': deny, syncProgress: signedIn },
} satisfies IRules;

/** Types that are reached only through the fields above. A new type has to be listed before it can be read. */
export const openTypes = [
  'RateLimit',
  'UserError',
  'PageInfo',
  'Viewer',
  'Settings',
  'CostModel',
  'CostModelVersion',
  'CostModelVersionConnection',
  'CostModelVersionEdge',
  'RoleRate',
  'ValueClass',
  'CapitalisationRule',
  'Money',
  'WorkingCalendar',
  'WorkingDay',
  'Session',
  'SessionPayload',
  'SignOutPayload',
  'RevokeSessionPayload',
  'UpdateSettingsPayload',
  'UpdateCostModelPayload',
  'JiraConnection',
  'JiraSite',
  'Project',
  'ProjectConnection',
  'ProjectEdge',
  'Person',
  'PersonConnection',
  'PersonEdge',
  'Team',
  'Status',
  'Stage',
  'BeginJiraConnectionPayload',
  'JiraConnectionPayload',
  'DisconnectJiraPayload',
  'UpdateStagesPayload',
  'SaveTeamPayload',
  'DeleteTeamPayload',
  'Issue',
  'IssueConnection',
  'IssueEdge',
  'IssueSegment',
  'SyncStatus',
  'WebhookHealth',
  'SyncCompleteness',
  'SyncFault',
  'SyncRun',
  'QuarantinedIssue',
  'SyncFault',
  'SyncRunConnection',
  'SyncRunEdge',
  'StartSyncPayload',
  'Window',
  'Duration',
  'Basis',
  'Exclusion',
  'DataQuality',
  'QualityWarning',
  'DurationPercentiles',
  'DayValue',
  'HistogramBin',
  'SplitRow',
  'Investigation',
  'BottleneckReport',
  'Bottleneck',
  'WhatIf',
  'StuckWorkConnection',
  'StuckWorkEdge',
  'StuckItem',
  'TeamComparison',
  'TeamRow',
  'Analytics',
  'CycleTimeReport',
  'CycleTimePoint',
  'ServiceTarget',
  'TimeInStatusReport',
  'TimeInStatusRow',
  'StatusTransition',
  'Forecast',
  'ForecastDate',
  'ForecastCount',
  'ForecastCalibration',
  'NumberChange',
  'DurationChange',
  'FlowOverview',
  'CumulativeFlow',
  'CumulativeFlowDay',
  'ControlLimits',
  'LittlesLaw',
  'IssueInvestigation',
  'StageInvestigation',
  'StageLoop',
] as const;

export const allRules: IRules = { ...rules, ...Object.fromEntries(openTypes.map((name) => [name, allow])) };

/** Errors of resolvers pass: format-error.ts decides what of them is told. */
export const permissions = shield(allRules, {
  fallbackRule: deny,
  fallbackError: new ApiError('FORBIDDEN', 'This cannot be read.'),
  allowExternalErrors: true,
});
