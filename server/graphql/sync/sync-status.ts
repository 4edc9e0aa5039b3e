import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { SyncRun } from '../../domain/sync-run.ts';
import type { JiraView } from '../connection/jira-view.ts';
import { enumOf } from '../shared/enum-of.ts';
import { DateTime } from '../shared/scalars.ts';
import { QuarantinedIssueType, SyncRunNode } from './sync-run-node.ts';

const states = ['NEVER_RUN', 'QUEUED', 'RUNNING', 'WAITING_FOR_JIRA', 'UP_TO_DATE', 'FAILED'] as const;
type SyncState = (typeof states)[number];
const SyncStateEnum = enumOf(states);
registerEnumType(SyncStateEnum, {
  name: 'SyncState',
  description: 'How sync is doing.',
  valuesConfig: {
    NEVER_RUN: { description: 'No run has been asked for.' },
    QUEUED: { description: 'A run waits for its turn.' },
    RUNNING: { description: 'A run is at work.' },
    WAITING_FOR_JIRA: { description: 'Jira asks us to wait; the run goes on by itself.' },
    UP_TO_DATE: { description: 'The last run has ended well.' },
    FAILED: { description: 'The last run gave up.' },
  },
});

@ObjectType({ description: 'Whether Jira tells us of changes as they happen.' })
export class WebhookHealth {
  @Field(() => Boolean, { description: 'True while Jira sends them; otherwise changes come with the next run.' })
  active!: boolean;
  @Field(() => DateTime, { nullable: true, description: 'Until when Jira will send them.' })
  expiresAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When the last one came.' })
  lastReceivedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why Jira sends none; null while it does.' })
  problem!: string | null;
}

@ObjectType({ description: 'What the last complete sweep of ids found: the proof that nothing is missing.' })
export class SyncCompleteness {
  @Field(() => DateTime, { description: 'When the sweep was made.' })
  checkedAt!: Date;
  @Field(() => Int, { description: 'Issues Jira lists for us, or shows when asked for them (archived ones).' })
  inJira!: number;
  @Field(() => Int, { description: 'Issues stored.' })
  stored!: number;
  @Field(() => Int, { description: 'Issues Jira lists that are still not stored: `quarantined` says why.' })
  missing!: number;
  @Field(() => Int, { description: 'Issues the sweep read because the store lacked them or held an older version.' })
  recovered!: number;
  @Field(() => Int, { description: 'Issues removed because Jira no longer has them.' })
  removed!: number;
  @Field(() => Int, {
    description:
      'Issues stored that Jira does not show and that are kept: out of sight, or gone and to be confirmed by the next sweep.',
  })
  unlisted!: number;
  @Field(() => Float, { description: 'Share of the stored issues whose changelog has no hole, 0 to 1.' })
  changelogComplete!: number;
}

const stateOfRun = {
  QUEUED: 'QUEUED',
  RUNNING: 'RUNNING',
  WAITING: 'WAITING_FOR_JIRA',
  SUCCEEDED: 'UP_TO_DATE',
  FAILED: 'FAILED',
} as const;

@ObjectType({ description: 'How far the store is in step with Jira.' })
export class SyncStatus {
  readonly #view: JiraView;
  readonly #latest: SyncRun | null;

  constructor(view: JiraView, latest: SyncRun | null) {
    this.#view = view;
    this.#latest = latest;
  }

  @Field(() => SyncStateEnum, { description: 'How sync is doing.' })
  get state(): SyncState {
    const run = this.#latest;
    if (run === null) return 'NEVER_RUN';
    if (run.state === 'CANCELLED') return this.lastSuccessAt ? 'UP_TO_DATE' : 'NEVER_RUN';
    return stateOfRun[run.state];
  }

  @Field(() => SyncRunNode, { nullable: true, description: 'The run under way or waiting for its turn.' })
  get currentRun(): SyncRunNode | null {
    const run = this.#latest;
    return run && run.finishedAt === null ? new SyncRunNode(this.#view.connectionId, run, new Date()) : null;
  }

  @Field(() => DateTime, { nullable: true, description: 'When a run last ended well.' })
  get lastSuccessAt(): Date | null {
    return this.#view.reader.connection.lastSuccessAt;
  }

  @Field(() => DateTime, { nullable: true, description: 'When the next run begins by itself.' })
  get nextRunAt(): Date | null {
    return this.#view.reader.connection.nextRunAt;
  }

  @Field(() => Int, { description: 'Issues stored.' })
  get issueCount(): number {
    return this.#view.reader.connection.issueCount;
  }

  @Field(() => DateTime, {
    nullable: true,
    description: 'When what is stored last changed: ask again for what you show.',
  })
  get changedAt(): Date | null {
    return this.#view.reader.connection.changedAt;
  }

  @Field(() => DateTime, { nullable: true, description: 'When every id is compared next.' })
  get nextReconcileAt(): Date | null {
    return this.#view.reader.connection.reconcileAt;
  }

  @Field(() => WebhookHealth, { description: 'Whether Jira tells us of changes as they happen.' })
  get webhooks(): WebhookHealth {
    const { webhook, lastReceivedAt, problem } = this.#view.reader.connection.webhookState;
    const active = webhook !== null && webhook.expiresAt > new Date();
    return { active, expiresAt: webhook?.expiresAt ?? null, lastReceivedAt, problem };
  }

  @Field(() => SyncCompleteness, { nullable: true, description: 'Null until a sweep has been completed.' })
  get completeness(): SyncCompleteness | null {
    return this.#view.reader.connection.completeness;
  }

  @Field(() => [QuarantinedIssueType], {
    description: 'Issues that could not be stored, as of now, whichever run met them; 500 at most.',
  })
  quarantined(): Promise<readonly QuarantinedIssueType[]> {
    return this.#view.reader.quarantined();
  }
}
