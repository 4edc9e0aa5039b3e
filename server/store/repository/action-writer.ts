import { type ClientSession, isObjectIdOrHexString, Types } from 'mongoose';
import type { Action, ActionBaseline, ActionOutcome } from '../../domain/action.ts';
import { canBeReviewed } from '../../domain/action-steps.ts';
import { done, type Outcome, refused } from '../../domain/user-error.ts';
import type { ActionRow } from '../models/rows.ts';
import { collectionsOfConnection, collectionsOfOwner } from '../owned/bound-collections.ts';
import type { OwnedCollection, Stored } from '../owned/owned-collection.ts';
import type { StoreParts } from '../store-parts.ts';
import { type ActionEdit, editAction } from './action-edit.ts';
import { madeBefore } from './made-before.ts';
import { toAction } from './to-domain.ts';

/** Actions of one connection. */
const mostActions = 1_000;

type Given =
  | 'title'
  | 'note'
  | 'origin'
  | 'metric'
  | 'stageId'
  | 'teamId'
  | 'ownerId'
  | 'target'
  | 'dueOn'
  | 'reviewOn';

/** An action as it shall begin, with the metric as it was measured for it. */
export interface NewAction extends Pick<Action, Given> {
  /** The connection it was measured on. */
  readonly connectionId: string;
  readonly baseline: Omit<ActionBaseline, 'frozenAt'>;
  /** What names the request, and a digest of all that it asks for; null when it may be made again. */
  readonly request: { readonly key: string; readonly digest: string } | null;
}

const notFound = (...field: string[]) => refused('NOT_FOUND', 'There is no such action.', field);

/** What a viewer can change about the actions on their own Jira connection. Nothing that is computed depends on them. */
export class ActionWriter {
  readonly #parts: StoreParts;
  readonly #owner: Types.ObjectId;
  readonly #changed: () => void;

  constructor(parts: StoreParts, owner: Types.ObjectId, changed: () => void) {
    this.#parts = parts;
    this.#owner = owner;
    this.#changed = changed;
  }

  /**
   * Makes an action, PROPOSED, with its baseline frozen. The same request again, at the same time too, is answered with
   * what it made; CONFLICT when its key asks for another.
   */
  create({ connectionId, baseline, request, ...given }: NewAction): Promise<Outcome<Action>> {
    return this.#change(async (actions, connection) => {
      // Measured on one that has been given up meanwhile.
      if (connection !== connectionId) return refused('NOT_CONNECTED', 'Connect a Jira site first.');
      const before = request && (await actions.findOne({ idempotencyKey: request.key }));
      if (before) return madeBefore(before, request.digest);
      if ((await actions.count({})) >= mostActions)
        return refused('INVALID', `There can be ${mostActions.toLocaleString('en')} actions.`);
      const now = this.#parts.now();
      const row = await actions.insert({
        ...given,
        state: 'PROPOSED',
        createdAt: now,
        begunAt: null,
        dismissReason: null,
        version: 1,
        baseline: { ...baseline, frozenAt: now },
        outcome: null,
        idempotencyKey: request?.key ?? null,
        asked: request?.digest ?? null,
      });
      return done(toAction(row));
    });
  }

  /**
   * Changes the given parts of the action that has `version`, which becomes the next one; one that changes nothing leaves
   * it. VERSION_CONFLICT when it is no longer the present one: of several edits of one version exactly one is made.
   */
  update(id: string, version: number, edit: ActionEdit): Promise<Outcome<Action>> {
    return this.#change(async (actions) => {
      const row = await find(actions, id);
      if (!row) return notFound('id');
      const conflict = refused(
        'VERSION_CONFLICT',
        `It has changed since you read it: it is version ${row.version} now.`,
        ['version'],
      );
      if (row.version !== version) return conflict;
      const change = editAction(toAction(row), edit, this.#parts.now());
      if (!change.ok) return change;
      if (Object.keys(change.value).length === 0) return done(toAction(row));
      const next = await actions.updateOne({ _id: row._id, version }, { set: change.value, increase: { version: 1 } });
      return next ? done(toAction(next)) : conflict;
    });
  }

  /** Keeps what a review has found. What it was made of never changes, so that of two at once the later one stays. */
  review(id: string, found: Omit<ActionOutcome, 'reviewedAt'>): Promise<Outcome<Action>> {
    return this.#change(async (actions) => {
      const row = await find(actions, id);
      if (!row) return notFound('id');
      if (!canBeReviewed(row.state)) return refused('CONFLICT', 'Only what is done can be reviewed.', ['id']);
      const outcome = { ...found, reviewedAt: this.#parts.now() };
      const next = await actions.updateOne(
        { _id: row._id },
        { set: { outcome, state: 'REVIEWED' }, increase: { version: 1 } },
      );
      return next ? done(toAction(next)) : notFound('id');
    });
  }

  /**
   * In one transaction that writes the connection: of two at once the second sees the first, and one that races a
   * disconnect writes nothing behind it.
   */
  async #change(
    change: (actions: OwnedCollection<ActionRow>, connectionId: string) => Promise<Outcome<Action>>,
  ): Promise<Outcome<Action>> {
    const { collections } = this.#parts;
    const outcome = await this.#parts.transaction(async (session: ClientSession): Promise<Outcome<Action>> => {
      const { connections } = collectionsOfOwner(collections, this.#owner, session);
      const connection = await connections.updateOne(
        { current: true, status: { $in: ['CONNECTED', 'NEEDS_RECONNECT'] } },
        { increase: { actionsVersion: 1 } },
      );
      if (!connection) return refused('NOT_CONNECTED', 'Connect a Jira site first.');
      const { actions } = collectionsOfConnection(collections, this.#owner, connection._id, session);
      return change(actions, connection._id.toHexString());
    });
    this.#changed();
    return outcome;
  }
}

/** Null for an id that is malformed, missing or of another connection. */
async function find(actions: OwnedCollection<ActionRow>, id: string): Promise<Stored<ActionRow> | null> {
  return isObjectIdOrHexString(id) ? actions.findOne({ _id: new Types.ObjectId(id) }) : null;
}
