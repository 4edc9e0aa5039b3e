import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import { findMongod } from '../../server/mongod/find-mongod.ts';
import { freePort } from './free-port.ts';
import { until } from './until.ts';

export interface ReplicaTrio {
  readonly uri: string;
  /** Ends the member that takes writes, the hard way. */
  killPrimary(): Promise<void>;
  close(): Promise<void>;
}

/** Three mongods that are one replica set, as in production; they vote for a new primary after two seconds of silence. */
export async function startReplicaTrio(): Promise<ReplicaTrio> {
  const folder = await mkdtemp(join(tmpdir(), 'quantum-sprout-trio-'));
  const given = process.env.MONGOD_BINARY;
  const binary = given ?? (await findMongod({ fallbackFolder: folder, log: () => undefined }));
  const members = new Map<number, ChildProcess>();
  for (let index = 0; index < 3; index += 1) {
    const port = await freePort();
    const dbPath = await mkdtemp(join(folder, 'member-'));
    const args = ['--replSet', 'trio', '--port', String(port), '--dbpath', dbPath, '--bind_ip', '127.0.0.1'];
    const small = ['--nounixsocket', '--oplogSize', '64', '--wiredTigerCacheSizeGB', '0.25', '--quiet'];
    members.set(port, spawn(binary, [...args, ...small], { stdio: 'ignore' }));
  }
  const hosts = [...members.keys()].map((port) => `127.0.0.1:${port}`);
  await initiate(hosts);
  const uri = `mongodb://${hosts.join(',')}/trio?replicaSet=trio`;
  return {
    uri,
    async killPrimary() {
      const port = await primaryPort(hosts);
      const member = members.get(port);
      if (!member) throw new Error('the primary is none of ours');
      const ended = once(member, 'exit');
      member.kill('SIGKILL');
      await ended;
      members.delete(port);
    },
    async close() {
      for (const member of members.values()) {
        const ended = once(member, 'exit');
        member.kill('SIGKILL');
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function initiate(hosts: readonly string[]): Promise<void> {
  const members = hosts.map((host, _id) => ({ _id, host }));
  const settings = { electionTimeoutMillis: 2_000, heartbeatIntervalMillis: 500 };
  await until(
    () => asked(hosts[0] ?? '', { replSetInitiate: { _id: 'trio', members, settings } }).catch(() => null),
    (answer) => answer !== null,
    30,
  );
  await until(
    () => primaryPort(hosts).catch(() => 0),
    (port) => port > 0,
    60,
  );
}

async function primaryPort(hosts: readonly string[]): Promise<number> {
  for (const host of hosts) {
    const hello = await asked(host, { hello: 1 }).catch(() => null);
    if (hello?.isWritablePrimary === true) return Number(host.split(':')[1]);
  }
  throw new Error('there is no primary');
}

async function asked(host: string, command: Record<string, unknown>): Promise<Record<string, unknown>> {
  const uri = `mongodb://${host}/admin?directConnection=true`;
  const connection = await createConnection(uri, { serverSelectionTimeoutMS: 2_000 }).asPromise();
  try {
    return (await connection.db?.admin().command(command)) ?? {};
  } finally {
    await connection.close();
  }
}
