import { Types } from 'mongoose';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import { writeFlow } from '../../server/analytics/flow-table/write-flow.ts';
import type { SyncMode, SyncRun } from '../../server/domain/sync-run.ts';
import { createJiraSource } from '../../server/jira/jira-source.ts';
import type { Writer } from '../../server/store/repository/writer.ts';
import type { SyncWork } from '../../server/store/work/sync-work.ts';
import type { Authorization } from '../../server/sync/authorization.ts';
import { createGrantTokens } from '../../server/sync/grant-tokens.ts';
import { runSlice } from '../../server/sync/run-slice.ts';
import { UsageMeter } from '../../server/sync/usage-meter.ts';
import type { Drive } from './open-drive.ts';

/** Turns after which a run is thought to go on for ever. */
const mostTurns = 500;
/** What a request to Jira takes on the clock of the sandbox. */
const requestMs = 20;

/**
 * One person's connection to a site of a sandbox, synced without worker and waiting: its runs are carried on turn by
 * turn, and server and Jira go by the one clock of the sandbox, which is put forward instead of waited for.
 */
export class DrivenSync {
  readonly sandbox: Sandbox;
  readonly connectionId: string;
  /** What never should have happened, as the server would log it. */
  readonly errors: unknown[] = [];
  /** Told before each request to Jira, with its number in the run. */
  beforeRequest: (number: number) => void = () => undefined;
  /** How long a turn may take. */
  sliceMs = 20_000;
  readonly #drive: Drive;
  readonly #writer: Writer;
  readonly #authorization: Authorization;
  #requests = 0;
  #address = '';
  #comeBackAt: Date | null = null;

  constructor(drive: Drive, sandbox: Sandbox, writer: Writer, authorization: Authorization, connectionId: string) {
    this.#drive = drive;
    this.#writer = writer;
    this.#authorization = authorization;
    this.sandbox = sandbox;
    this.connectionId = connectionId;
  }

  /** Carries on the run that is open, or else asks for one, to its end. Answers how it ended. */
  async run(mode: SyncMode): Promise<SyncRun> {
    this.#requests = 0;
    const asked = await this.#writer.jira.startSync(mode);
    if (!asked.ok && asked.errors[0]?.code !== 'CONFLICT') throw new Error(JSON.stringify(asked.errors));
    for (let turns = 0; turns < mostTurns; turns += 1) {
      await this.turn();
      const [run] = await this.runs();
      if (run && run.finishedAt !== null) return run;
      this.sandbox.clock.advance(Math.max(0, (this.#comeBackAt?.getTime() ?? 0) - this.sandbox.clock.now()));
    }
    throw new Error(`a run has not ended after ${mostTurns} turns`);
  }

  /** One turn, as a worker takes it. */
  async turn(): Promise<void> {
    const { store, rows } = this.#drive;
    await rows('due_connections').updateOne(
      { _id: new Types.ObjectId(this.connectionId) },
      { $set: { dueAt: new Date(0) } },
    );
    await store.forNextDueConnection({
      turn: async (work) => {
        this.#comeBackAt = await this.#slice(work);
        return this.#comeBackAt;
      },
      leave: async () => undefined,
    });
  }

  /** What Jira says by a webhook. */
  async hear(issueId: string, isDeletion = false): Promise<void> {
    await this.#drive.store.receiveHint(this.#address, { issueId, isDeletion });
  }

  /** Runs that have been asked for, the latest first. */
  async runs(): Promise<SyncRun[]> {
    const runs = await this.#drive
      .rows('sync_runs')
      .find({ connection: new Types.ObjectId(this.connectionId) }, { sort: { _id: -1 }, limit: 5 })
      .toArray();
    return runs as unknown as SyncRun[];
  }

  async #slice(work: SyncWork): Promise<Date | null> {
    const { clock, url } = this.sandbox;
    const { site } = work.connection;
    if (!site) throw new Error('no site is connected');
    this.#address = work.webhookAddress;
    const wait = async (ms: number) => clock.advance(ms);
    const now = () => new Date(clock.now());
    const tokens = createGrantTokens({
      grants: work.grants,
      authorization: this.#authorization,
      now: clock.now,
      wait,
    });
    const source = createJiraSource({
      apiUrl: url,
      cloudId: site.cloudId,
      tokens,
      wait,
      now: clock.now,
      random: () => 0.5,
      fetch: (...request) => {
        this.#requests += 1;
        clock.advance(requestMs);
        this.beforeRequest(this.#requests);
        return fetch(...request);
      },
    });
    return runSlice({
      work,
      source,
      usage: new UsageMeter(source),
      writeFlow,
      webhookUrl: 'http://localhost/webhooks',
      sliceMs: this.sliceMs,
      now,
      random: () => 0.5,
      onError: (error) => this.errors.push(error),
      signal: new AbortController().signal,
    });
  }
}
