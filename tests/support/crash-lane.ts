import { BSON, MongoClient } from 'mongodb';
import type { Registration } from '../../sandbox/webhooks/registration-file.ts';
import type { SiteWorld } from '../../sandbox/world/site-world.ts';
import type { SyncMode } from '../../server/domain/sync-run.ts';
import { type ForsakenWorker, openForsakenWorker } from './forsaken-worker.ts';
import { type Heir, openHeir, type WorkerOptions } from './heir.ts';
import { madeSite } from './made-site.ts';
import type { Person } from './person.ts';
import type { Program, RunningProgram } from './processes/bundle-program.ts';
import type { DoomedWorker, Fate } from './processes/doomed-worker.ts';
import { type AllRows, putRows, readRows } from './rows/all-rows.ts';
import { comparableRows } from './rows/comparable-rows.ts';
import { endTransactionsOf } from './rows/end-transactions-of.ts';
import { letTimePass } from './rows/let-time-pass.ts';
import { openWorld, type World } from './world.ts';

/** What is stored here, and what Jira keeps for us. */
interface Scene {
  readonly rows: AllRows;
  readonly registrations: readonly Registration[];
}

/** What the end of a chapter is compared by. */
export interface Ending {
  readonly rows: Record<string, string[]>;
  /** Addresses and filters of the webhooks that Jira keeps for us. */
  readonly webhooks: readonly string[];
}

/** What became of a chapter in which a worker died. */
export interface Death {
  readonly end: NodeJS.Signals | 'CUT_OFF' | 'ALIVE';
  /** Of the worker that took over. */
  readonly complaints: readonly unknown[];
  readonly ending: Ending;
}

interface Parts {
  readonly world: World;
  readonly person: Person;
  readonly client: MongoClient;
  readonly program: Program;
  /** For a worker that dies: named, so that what it has left open can be found. */
  readonly mortal: WorkerOptions;
  readonly forsaken: ForsakenWorker;
  readonly heir: Heir;
}

/**
 * One person with a small site and a database of their own, whose worker can be made to die at any point of a chapter
 * of their story, over and over from the same beginning.
 */
export class CrashLane {
  readonly #parts: Parts;
  #beginning: Scene = { rows: new Map(), registrations: [] };
  /** What is stored now, as far as anything is at work. */
  #present: AllRows = new Map();

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  static async open(program: Program, leaseSeconds?: number): Promise<CrashLane> {
    // Written up to a week ago, so that a walk finds every issue in the order of its pages.
    const site = madeSite({ issues: 12, changes: 3, from: Date.now() - 7 * 86_400_000 });
    const world = await openWorld({ role: 'api', sandbox: { sites: [site] } });
    world.sandbox.faults.set({ paging: [{ path: 'search/jql', shortPages: 4 }] });
    const person = await world.signUp('alice');
    await person.connectJira('Made');
    const uri = new URL(world.databaseUri);
    uri.searchParams.set('appName', mortalName(world));
    // Each connection costs a process a handshake.
    uri.searchParams.set('maxPoolSize', '4');
    const mortal = { ...workerOptions(world), mongodbUri: uri.href, ...(leaseSeconds && { leaseSeconds }) };
    const [client, forsaken, heir] = await Promise.all([
      MongoClient.connect(world.databaseUri),
      openForsakenWorker(mortal),
      openHeir(workerOptions(world)),
    ]);
    return new CrashLane({ world, person, client, program, mortal, forsaken, heir });
  }

  get world(): World {
    return this.#parts.world;
  }

  get person(): Person {
    return this.#parts.person;
  }

  /** What a worker of this person is started with. */
  get workerOptions(): WorkerOptions {
    return this.#parts.mortal;
  }

  /** The worker in this process works until nothing is due. Answers what it complained of. */
  untilIdle(): Promise<readonly unknown[]> {
    return this.#parts.heir.untilIdle();
  }

  get site(): SiteWorld {
    return this.world.sandbox.world.site('Made');
  }

  get database() {
    return this.#parts.client.db();
  }

  /** Asks for a run, which nobody is there to make yet. */
  readonly ask = async (mode: SyncMode): Promise<void> => {
    const query = 'mutation ($mode: SyncMode!) { startSync(input: { mode: $mode }) { run { mode } } }';
    const { startSync } = await this.person.get(query, { mode });
    if (startSync.run?.mode !== mode) throw new Error(`${mode} cannot be asked for`);
  };

  /** From now on a chapter begins with what is stored now. */
  async beginHere(): Promise<void> {
    await letTimePass(this.database);
    this.#beginning = await this.#scene();
  }

  /** The points that a worker passes until nothing is left to be done, and what is there then. */
  async undisturbed(): Promise<{ passed: readonly string[]; ending: Ending }> {
    await this.#show(this.#beginning);
    const worker = this.start({ kind: 'RECORD' });
    const passed = (await worker.says('passed')).passed as string[];
    await worker.ended;
    return { passed, ending: await this.#ending() };
  }

  /** The chapter anew, with a worker that is killed at this point, and another one that takes over. */
  async killedAt(point: string): Promise<Death> {
    await this.#show(this.#beginning);
    const { signal } = await this.start({ kind: 'DIE', at: point }).ended;
    return { end: signal ?? 'ALIVE', ...(await this.#inherited()) };
  }

  /** The same with a worker in this process, which is cut off. */
  async cutOffAt(point: string): Promise<Death> {
    await this.#show(this.#beginning);
    const isCut = await this.#parts.forsaken.until(point);
    return { end: isCut ? 'CUT_OFF' : 'ALIVE', ...(await this.#inherited()) };
  }

  /** A worker in a process of its own. */
  start(fate: Fate): RunningProgram {
    return this.#parts.program.start({ application: this.#parts.mortal, fate } satisfies DoomedWorker);
  }

  /** What a minute without a sign of life does to a worker's transactions, lease and locks. */
  async forget(): Promise<void> {
    await endTransactionsOf(this.#parts.client, mortalName(this.world));
    await letTimePass(this.database);
  }

  /** All rows but those that count requests, as they are. */
  async rows(): Promise<Record<string, string[]>> {
    const all = [...(await readRows(this.database))].filter(([name]) => name !== 'jira_points');
    return Object.fromEntries(all.map(([name, rows]) => [name, rows.map((row) => BSON.EJSON.stringify(row)).sort()]));
  }

  async close(): Promise<void> {
    const { world, client, forsaken, heir } = this.#parts;
    await this.database.dropDatabase();
    await Promise.all([forsaken.close(), heir.close(), client.close(), world.close()]);
  }

  async #inherited(): Promise<Omit<Death, 'end'>> {
    await this.forget();
    const complaints = await this.#parts.heir.untilIdle();
    return { complaints, ending: await this.#ending() };
  }

  async #ending(): Promise<Ending> {
    const { rows, registrations } = await this.#scene();
    const webhooks = registrations.map(({ url, jqlFilter }) => `${url} ${jqlFilter}`);
    return { rows: comparableRows(rows), webhooks };
  }

  async #scene(): Promise<Scene> {
    this.#present = await readRows(this.database);
    return { rows: this.#present, registrations: [...this.world.sandbox.webhooks.registrations] };
  }

  async #show({ rows, registrations }: Scene): Promise<void> {
    await putRows(this.database, this.#present, rows);
    this.#present = rows;
    const { book } = this.world.sandbox.webhooks;
    for (const present of book.all) book.remove(present, [present.id]);
    for (const wanted of registrations) book.add(wanted, wanted);
  }
}

const mortalName = ({ databaseUri }: World): string => `mortal-${new URL(databaseUri).pathname.slice(1)}`;

function workerOptions({ databaseUri, sandbox, secrets, url }: World): WorkerOptions {
  return {
    mongodbUri: databaseUri,
    atlassian: {
      clientId: 'quantum-sprout-sandbox',
      clientSecret: 'sandbox-secret',
      authUrl: sandbox.url,
      apiUrl: sandbox.url,
    },
    ...secrets,
    appUrl: url,
    jiraPointsPerHour: 1_000_000,
  };
}
