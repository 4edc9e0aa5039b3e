import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  type QuarantinedIssue,
  type SyncFaultKind,
  type SyncMode,
  type SyncPhase,
  type SyncRun,
  type SyncRunState,
  type SyncTrigger,
  syncFaultKinds,
  syncTriggers,
} from '../../domain/sync-run.ts';
import { enumOf } from '../shared/enum-of.ts';
import { Node, typename } from '../shared/node.ts';
import { connectedId } from '../shared/node-id.ts';
import { connectionOf } from '../shared/paging.ts';
import { DateTime } from '../shared/scalars.ts';
import { etaSeconds } from './eta-seconds.ts';

export const SyncModeEnum = enumOf(['FULL', 'INCREMENTAL', 'RECONCILE'] as const);
registerEnumType(SyncModeEnum, {
  name: 'SyncMode',
  description: 'What a run sets out to do.',
  valuesConfig: {
    FULL: { description: 'Read everything.' },
    INCREMENTAL: { description: 'Read what has changed since the last run.' },
    RECONCILE: { description: 'Compare every id, to find what was deleted or missed.' },
  },
});

const SyncRunStateEnum = enumOf(['QUEUED', 'RUNNING', 'WAITING', 'SUCCEEDED', 'FAILED', 'CANCELLED'] as const);
registerEnumType(SyncRunStateEnum, {
  name: 'SyncRunState',
  description: 'Where a run stands.',
  valuesConfig: {
    QUEUED: { description: 'It waits for its turn.' },
    RUNNING: { description: 'It is at work.' },
    WAITING: { description: 'Jira asks us to wait, or did not answer; it goes on by itself.' },
    SUCCEEDED: { description: 'Everything it set out to read is stored.' },
    FAILED: { description: 'It gave up; `error` says why. What it had stored stays.' },
    CANCELLED: { description: 'The viewer stopped it. What it had stored stays.' },
  },
});

const SyncPhaseEnum = enumOf(['QUEUED', 'METADATA', 'ISSUES', 'CHANGELOGS', 'SWEEP', 'FACTS', 'FINISHED'] as const);
registerEnumType(SyncPhaseEnum, {
  name: 'SyncPhase',
  description: 'What a run is doing.',
  valuesConfig: {
    QUEUED: { description: 'Waiting for its turn.' },
    METADATA: { description: 'Reading projects and statuses.' },
    ISSUES: { description: 'Reading issues with their histories.' },
    CHANGELOGS: { description: 'Reading histories alone.' },
    SWEEP: { description: 'Comparing ids.' },
    FACTS: { description: 'Bringing the workflow up to date.' },
    FINISHED: { description: 'Nothing more.' },
  },
});

const SyncTriggerEnum = enumOf(syncTriggers);
registerEnumType(SyncTriggerEnum, {
  name: 'SyncTrigger',
  description: 'Why there is a run.',
  valuesConfig: {
    CLOCK: { description: 'Its time had come.' },
    PERSON: { description: 'The viewer asked for it, or connected.' },
  },
});

const SyncFaultKindEnum = enumOf(syncFaultKinds);
registerEnumType(SyncFaultKindEnum, {
  name: 'SyncFaultKind',
  description: 'What a request to Jira came to other than an answer.',
  valuesConfig: {
    RATE_LIMITED: { description: 'Jira asked us to slow down.' },
    SERVER_ERROR: { description: 'Jira or its gateway was out of order.' },
    NO_ANSWER: { description: 'No whole answer arrived.' },
    UNAUTHORIZED: { description: 'The access token was not accepted.' },
    REFUSED: { description: 'Jira understood and said no; some of these are expected.' },
    MALFORMED: { description: 'Something came that is no answer of the API.' },
  },
});

@ObjectType({ description: 'How often something went wrong between Jira and us in a run.' })
export class SyncFault {
  @Field(() => SyncFaultKindEnum, { description: 'What it was.' })
  kind!: SyncFaultKind;
  @Field(() => Int, { description: 'How often.' })
  count!: number;
}

@ObjectType('QuarantinedIssue', { description: 'An issue that could not be stored; the run went on without it.' })
export class QuarantinedIssueType implements QuarantinedIssue {
  @Field(() => String, { description: 'Its key, as far as it can be read.' })
  key!: string;
  @Field(() => String, { description: 'What is wrong with it.' })
  reason!: string;
}

@ObjectType('SyncRun', { implements: Node, description: 'One run of sync.' })
export class SyncRunNode implements Node {
  readonly [typename] = 'SyncRun';
  readonly id: string;
  @Field(() => SyncModeEnum, { description: 'What it sets out to do.' })
  readonly mode: SyncMode;
  @Field(() => SyncTriggerEnum, { description: 'Why there is this run.' })
  readonly trigger: SyncTrigger;
  @Field(() => SyncRunStateEnum, { description: 'Where it stands.' })
  readonly state: SyncRunState;
  @Field(() => SyncPhaseEnum, { description: 'What it is doing.' })
  readonly phase: SyncPhase;
  @Field(() => DateTime, { nullable: true, description: 'When it began; null while it waits for its turn.' })
  readonly startedAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  readonly finishedAt: Date | null;
  @Field(() => Int, { description: 'Issues seen so far, each counted once.' })
  readonly issuesDone: number;
  @Field(() => Int, { nullable: true, description: "Jira's estimate of how many there are; null until it is known." })
  readonly issuesTotal: number | null;
  @Field(() => Int, { description: 'Issues stored because they were new or had changed.' })
  readonly issuesChanged: number;
  @Field(() => Int, { description: 'Issues removed because Jira no longer has them.' })
  readonly issuesRemoved: number;
  @Field(() => Int, { description: 'Requests sent to Jira.' })
  readonly requests: number;
  @Field(() => Int, { description: 'Of these, requests sent again.' })
  readonly retries: number;
  @Field(() => [SyncFault], {
    description: 'What went wrong on the way, by kind; none of it was the end of the run by itself.',
  })
  readonly faults: readonly SyncFault[];
  @Field(() => DateTime, { nullable: true, description: 'Set while Jira asks us to wait.' })
  readonly waitingUntil: Date | null;
  @Field(() => Int, { nullable: true, description: 'Seconds left at the pace so far; null while there is no pace.' })
  readonly etaSeconds: number | null;
  @Field(() => [QuarantinedIssueType], { description: 'Issues that could not be stored.' })
  readonly quarantined: readonly QuarantinedIssue[];
  @Field(() => String, { nullable: true, description: 'Why it failed, in a sentence.' })
  readonly error: string | null;

  constructor(connectionId: string, run: SyncRun, now: Date) {
    this.id = connectedId('SyncRun', connectionId, run.id);
    this.mode = run.mode;
    this.trigger = run.trigger;
    this.state = run.state;
    this.phase = run.phase;
    this.startedAt = run.startedAt;
    this.finishedAt = run.finishedAt;
    this.issuesDone = run.issuesDone;
    this.issuesTotal = run.issuesTotal === null ? null : Math.max(run.issuesTotal, run.issuesDone);
    this.issuesChanged = run.issuesChanged;
    this.issuesRemoved = run.issuesRemoved;
    this.requests = run.requests;
    this.retries = run.retries;
    this.faults = syncFaultKinds.flatMap((kind) => {
      const count = run.faults[kind] ?? 0;
      return count > 0 ? [{ kind, count }] : [];
    });
    this.waitingUntil = run.state === 'WAITING' ? run.waitingUntil : null;
    this.etaSeconds = etaSeconds(run, now);
    this.quarantined = run.quarantined;
    this.error = run.error;
  }
}

@ObjectType({ description: 'A page of runs, newest first.' })
export class SyncRunConnection extends connectionOf(() => SyncRunNode, 'SyncRun', 'the runs') {}
