import { z } from 'zod';
import type { JiraClient } from '../http/jira-client.ts';
import type { JiraLog } from '../http/jira-log.ts';
import { nativeId, nonEmpty } from '../normalize/text.ts';
import { parseAnswer } from './parse-answer.ts';
import { tolerate } from './tolerate.ts';

const name = 'POST issue/bulkfetch';
const answerShape = z.object({ issues: z.array(z.unknown()) });
const issueShape = z.object({ id: nativeId, key: nonEmpty(255) });
/** Jira's own bound on one request. */
const mostKeys = 100;

/**
 * Native ids of epics that issues name by key: the old epic link, where an issue has no parent. Optional: an epic that
 * cannot be found is no parent.
 */
export class EpicIds {
  readonly #client: JiraClient;
  readonly #log: JiraLog;
  readonly #idByKey = new Map<string, string | null>();

  constructor(client: JiraClient, log: JiraLog) {
    this.#client = client;
    this.#log = log;
  }

  /** The ids of these keys, null for unknown ones. `known` are issues at hand, which need no asking. */
  async find(
    keys: readonly string[],
    known: readonly { readonly id: string; readonly key: string }[],
    signal: AbortSignal,
  ): Promise<(key: string) => string | null> {
    for (const { id, key } of known) if (keys.includes(key)) this.#idByKey.set(key, id);
    const unknown = [...new Set(keys)].filter((key) => !this.#idByKey.has(key));
    for (let at = 0; at < unknown.length; at += mostKeys) await this.#ask(unknown.slice(at, at + mostKeys), signal);
    return (key) => this.#idByKey.get(key) ?? null;
  }

  async #ask(keys: readonly string[], signal: AbortSignal): Promise<void> {
    const body = { issueIdsOrKeys: keys, fields: ['summary'] };
    const read = async () =>
      parseAnswer(answerShape, await this.#client.ask({ name, path: 'issue/bulkfetch', body }, signal), name).issues;
    for (const key of keys) this.#idByKey.set(key, null);
    for (const value of await tolerate(read, [], { name, log: this.#log })) {
      const issue = issueShape.safeParse(value);
      if (issue.success) this.#idByKey.set(issue.data.key, issue.data.id);
    }
  }
}
