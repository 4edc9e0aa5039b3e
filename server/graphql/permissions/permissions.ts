import type { IRules } from 'graphql-shield';
import type { ViewerNode } from '../account/viewer-node.ts';
import type { Context } from '../context.ts';
import { ApiError } from '../errors/api-error.ts';
import { graphqlShield } from './load-shield.ts';

const { allow, deny, rule, shield } = graphqlShield;

/** A boolean would be asked again for every field when false; an error is told as it is. */
const signedIn = rule('signedIn', { cache: 'contextual' })((_parent, _args, context: Context) =>
  context.repository ? true : signInFirst(),
);

const mayWrite = rule('mayWrite', { cache: 'contextual' })((_parent, _args, { repository }: Context) => {
  if (!repository) return signInFirst();
  const mayWriteToo = repository.scopes?.includes('WRITE') ?? true;
  return mayWriteToo ? true : new ApiError('FORBIDDEN', 'This token may only read. To change something takes WRITE.');
});

/** No program's token, whatever its scopes, reaches what somebody who found it could lock the viewer out with. */
const inPerson = rule('inPerson', { cache: 'contextual' })((_parent, _args, { repository }: Context) =>
  repository ? isInPerson(repository) : signInFirst(),
);

/** The same for what is the viewer's: whoever has just signed in has a viewer before the request has. */
const viewerInPerson = rule('viewerInPerson', { cache: 'no_cache' })((viewer: ViewerNode) => isInPerson(viewer));

const isInPerson = ({ scopes }: Pick<ViewerNode, 'scopes'>): true | ApiError =>
  scopes === null ? true : new ApiError('FORBIDDEN', 'No personal access token may do this. Sign in at a browser.');

const signInFirst = (): ApiError => new ApiError('UNAUTHENTICATED', 'Sign in first.');

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
    signOut: inPerson,
    changePassword: inPerson,
    revokeSession: inPerson,
    updateSettings: mayWrite,
    updateCostModel: mayWrite,
    beginJiraConnection: inPerson,
    completeJiraConnection: inPerson,
    chooseJiraSite: inPerson,
    disconnectJira: inPerson,
    startSync: mayWrite,
    cancelSync: mayWrite,
    updateStages: mayWrite,
    saveTeam: mayWrite,
    deleteTeam: mayWrite,
    lockMonth: mayWrite,
    unlockMonth: mayWrite,
    createAction: mayWrite,
    updateAction: mayWrite,
    reviewAction: mayWrite,
    createAccessToken: inPerson,
    revokeAccessToken: inPerson,
    exportPersonalData: inPerson,
    erasePersonalData: inPerson,
    deleteAccount: inPerson,
  },
  Subscription: { '*': deny, syncProgress: signedIn },
  Viewer: {
    '*': allow,
    sessions: viewerInPerson,
    accessTokens: viewerInPerson,
    auditLog: viewerInPerson,
    dataRequests: viewerInPerson,
  },
} satisfies IRules;

/** Types that are reached only through the fields above. A new type has to be listed before it can be read. */
export const openTypes = [
  'RateLimit',
  'UserError',
  'PageInfo',
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
  'LockedMonth',
  'LockMonthPayload',
  'UnlockMonthPayload',
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
  'Financial',
  'StatusCostReport',
  'StatusCost',
  'FinancialImpact',
  'Reconciliation',
  'MoneyMonth',
  'CostDriver',
  'TeamCostReport',
  'TeamCost',
  'CostShare',
  'CostOfDelayReport',
  'CostOfDelayConnection',
  'CostOfDelayEdge',
  'CostOfDelayItem',
  'OrderSwap',
  'MoneyEstimate',
  'BottleneckCostReport',
  'StageCost',
  'Recommendation',
  'Evidence',
  'ExpectedEffect',
  'TrackRecord',
  'Action',
  'ActionBaseline',
  'ActionPromise',
  'ActionOutcome',
  'GuardResult',
  'ActionConnection',
  'ActionEdge',
  'ActionPayload',
  'AccessToken',
  'CreateAccessTokenPayload',
  'RevokeAccessTokenPayload',
  'AuditEvent',
  'AuditEventConnection',
  'AuditEventEdge',
  'DataRequest',
  'DataRequestConnection',
  'DataRequestEdge',
  'DataRequestStep',
  'DataReceipt',
  'StoreCount',
  'DataRequestPayload',
  'DeleteAccountPayload',
] as const;

export const allRules: IRules = { ...rules, ...Object.fromEntries(openTypes.map((name) => [name, allow])) };

/** Errors of resolvers pass: format-error.ts decides what of them is told. */
export const permissions = shield(allRules, {
  fallbackRule: deny,
  fallbackError: new ApiError('FORBIDDEN', 'This cannot be read.'),
  allowExternalErrors: true,
});
