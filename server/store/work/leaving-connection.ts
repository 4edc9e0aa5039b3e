import type { Types } from 'mongoose';
import type { JiraSite } from '../../domain/jira-connection.ts';
import type { Webhook } from '../../domain/webhook.ts';
import type { ConnectionRow } from '../models/rows.ts';
import type { Stored } from '../owned/owned-collection.ts';
import type { StoreParts } from '../store-parts.ts';
import { GrantKeeper } from './grant-keeper.ts';

/** A connection that is being given up: what is needed to take leave of the source, and no more. */
export class LeavingConnection {
  readonly grants: GrantKeeper;
  readonly site: JiraSite | null;
  readonly webhook: Webhook | null;
  readonly webhookAddress: string;

  constructor(parts: StoreParts, owner: Types.ObjectId, row: Stored<ConnectionRow>) {
    this.grants = new GrantKeeper(parts, owner, row._id);
    this.site = row.site;
    this.webhook = row.webhook ?? null;
    this.webhookAddress = parts.webhookAddresses.addressOf(owner, row._id);
  }
}
