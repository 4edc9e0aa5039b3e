import { randomUUID } from 'node:crypto';
import type { Views } from '../gateway/views.ts';
import { asObject, asText } from '../world/json.ts';
import type { SiteEvent } from '../world/site-event.ts';
import type { SiteWorld } from '../world/site-world.ts';
import type { Delivery } from './delivery.ts';
import { eventBody } from './event-body.ts';
import type { RegistrationBook } from './registration-book.ts';
import type { Registration } from './registration-file.ts';
import { eventNames } from './webhook-events.ts';
import { readWebhookFilter, type WebhookFilter } from './webhook-filter.ts';

/** Hears what happens on sites and makes a delivery of it for every address that asked for it, of what its user sees. */
export class Announcer {
  readonly #book: RegistrationBook;
  readonly #views: Views;
  readonly #send: (delivery: Delivery) => void;
  readonly #filters = new WeakMap<Registration, WebhookFilter>();

  constructor(book: RegistrationBook, views: Views, send: (delivery: Delivery) => void) {
    this.#book = book;
    this.#views = views;
    this.#send = send;
  }

  hear(site: SiteWorld, event: SiteEvent): void {
    const name = eventNames[event.kind] ?? '';
    const fitting = this.#book
      .aliveAt(event.at)
      .filter((entry) => entry.siteId === site.id && entry.events.includes(name) && this.#fits(entry, site, event));
    for (const group of byAddress(fitting)) {
      const [{ url, clientId, account, siteId }] = group;
      const view = this.#views.current(site.state, account);
      if (!view.sees(event.issue)) continue;
      this.#send({
        identifier: randomUUID(),
        event: name,
        url,
        clientId,
        account,
        siteId,
        issueId: event.issue.id,
        by: event.by,
        body: JSON.stringify({ ...eventBody(view, event), matchedWebhookIds: group.map((entry) => entry.id) }),
      });
    }
  }

  #fits(entry: Registration, site: SiteWorld, event: SiteEvent): boolean {
    const filter = this.#filters.get(entry) ?? readWebhookFilter(entry.jqlFilter, site.state.catalog.fields);
    this.#filters.set(entry, filter);
    return filter(event.issue) && touches(entry.fieldIdsFilter, event);
  }
}

/** Updates of other fields than those asked for are not told; events without a changelog are. */
function touches(fieldIds: readonly string[] | undefined, event: SiteEvent): boolean {
  if (!fieldIds || event.kind !== 'updated') return true;
  const items = Array.isArray(event.history.items) ? event.history.items : [];
  return items.some((item) => fieldIds.includes(asText(asObject(item)?.fieldId) ?? ''));
}

type Group = [Registration, ...Registration[]];

/** One delivery is made for all webhooks of an owner that have the same address; it names them all. */
function byAddress(entries: readonly Registration[]): Group[] {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.clientId, entry.account, entry.url]);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()];
}
