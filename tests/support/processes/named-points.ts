import type { CommandStartedEvent, CommandSucceededEvent } from 'mongodb';

/** Told of each point that is passed, by a name that is the same in every run of the same sync. */
export type OnPoint = (name: string) => void;

/** The moments at which a worker waits for somebody else: before and after each command and each request. */
export interface NamedPoints {
  readonly onCommand: (event: CommandStartedEvent) => void;
  readonly onAnswer: (event: CommandSucceededEvent) => void;
  readonly fetch: typeof globalThis.fetch;
}

/** Indexes are looked after while a process starts, before it works for anybody. */
const ofStarting = new Set(['createIndexes', 'create', 'endSessions', 'ping']);

/**
 * Names points "before find issues 3": the third such command of this process. Two of them may change places from run
 * to run where the worker waits for two things at once, but each is there in every run.
 */
export function createNamedPoints(onPoint: OnPoint, fetch: typeof globalThis.fetch): NamedPoints {
  const counts = new Map<string, number>();
  const subjects = new Map<number, string>();
  const pass = (what: string): void => {
    const count = (counts.get(what) ?? 0) + 1;
    counts.set(what, count);
    onPoint(`${what} ${count}`);
  };
  return {
    onCommand({ commandName, command, requestId }) {
      if (ofStarting.has(commandName)) return;
      const collection: unknown = command[commandName];
      const subject = typeof collection === 'string' ? `${commandName} ${collection}` : commandName;
      subjects.set(requestId, subject);
      pass(`before ${subject}`);
    },
    onAnswer({ requestId }) {
      const subject = subjects.get(requestId);
      subjects.delete(requestId);
      if (subject) pass(`after ${subject}`);
    },
    async fetch(input, init) {
      const url = new URL(input instanceof Request ? input.url : input);
      const subject = `${init?.method ?? 'GET'} ${url.pathname.replace(/^\/ex\/jira\/[^/]+\/rest\/api\/3/, '')}`;
      pass(`before ${subject}`);
      const answer = await fetch(input, init);
      const body = await answer.arrayBuffer();
      pass(`after ${subject}`);
      const { status, statusText, headers } = answer;
      return new Response(status === 204 ? null : body, { status, statusText, headers });
    },
  };
}
