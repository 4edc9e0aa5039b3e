import type { ClientSession, Types } from 'mongoose';
import type { Team } from '../../domain/team.ts';
import { done, type Outcome, refused } from '../../domain/user-error.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { ConnectionRow } from '../models/rows.ts';
import { collectionsOfConnection, collectionsOfOwner } from '../owned/bound-collections.ts';
import type { Stored } from '../owned/owned-collection.ts';
import type { StoreParts } from '../store-parts.ts';
import { editTeam, mostMembers, removeTeam, type TeamEdit } from './team-edit.ts';

/** What a viewer can change about the teams of their own Jira connection. */
export class TeamWriter {
  readonly #parts: StoreParts;
  readonly #owner: Types.ObjectId;
  readonly #audit: AuditTrail;
  readonly #changed: () => void;

  constructor(parts: StoreParts, owner: Types.ObjectId, audit: AuditTrail, changed: () => void) {
    this.#parts = parts;
    this.#owner = owner;
    this.#audit = audit;
    this.#changed = changed;
  }

  /** Makes or replaces a team. Takes effect at once: nothing stored depends on it. */
  async save(edit: TeamEdit): Promise<Outcome<Team>> {
    return this.#change(async (row, transaction) => {
      const rows = collectionsOfConnection(this.#parts.collections, this.#owner, row._id, transaction);
      const projects = await rows.projects.find({});
      // More than a team can have are refused without a look at them.
      const memberIds = (edit.memberIds ?? []).slice(0, mostMembers);
      const people = memberIds.length > 0 ? await rows.people.find({ id: { $in: memberIds } }, { select: ['id'] }) : [];
      const knownPeople = new Set(people.map((person) => person.id));
      const outcome = editTeam(edit, { saved: row.teams, projects, knownPeople });
      if (!outcome.ok) return outcome;
      const { teams, team } = outcome.value;
      await this.#audit.within(transaction).append('TEAM_SAVED', team.id);
      return done({ teams, result: team });
    });
  }

  /** Lets a saved team go; each of its projects becomes a team of its own. */
  async delete(id: string): Promise<Outcome<true>> {
    return this.#change(async (row, transaction) => {
      const rest = removeTeam(id, row.teams);
      if (!rest.ok) return rest;
      await this.#audit.within(transaction).append('TEAM_DELETED', id);
      return done({ teams: rest.value, result: true as const });
    });
  }

  /** In one transaction, so that what was checked still holds when it is written: of two edits at once none is lost. */
  async #change<T>(
    edit: (
      row: Stored<ConnectionRow>,
      transaction: ClientSession,
    ) => Promise<Outcome<{ readonly teams: readonly Team[]; readonly result: T }>>,
  ): Promise<Outcome<T>> {
    const outcome = await this.#parts.transaction(async (transaction): Promise<Outcome<T>> => {
      const { connections } = collectionsOfOwner(this.#parts.collections, this.#owner, transaction);
      const row = await connections.findOne({ current: true, status: { $in: ['CONNECTED', 'NEEDS_RECONNECT'] } });
      if (!row) return refused('NOT_CONNECTED', 'Connect a Jira site first.');
      const edited = await edit(row, transaction);
      if (!edited.ok) return edited;
      await connections.updateOne({ _id: row._id }, { set: { teams: [...edited.value.teams] } });
      return done(edited.value.result);
    });
    this.#changed();
    return outcome;
  }
}
