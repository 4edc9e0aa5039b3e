import { LRUCache } from 'lru-cache';
import { type Clocks, clocksOf } from '../analytics/clocks/clocks-of.ts';
import { assembleFlowTable } from '../analytics/flow-table/assemble-flow-table.ts';
import type { FlowTable } from '../analytics/flow-table/flow-table.ts';
import { endOfKnowledge } from '../analytics/flow-view/end-of-knowledge.ts';
import type { FlowView } from '../analytics/flow-view/flow-view.ts';
import { viewFlow } from '../analytics/flow-view/view-flow.ts';
import { withBlockingLinks } from '../analytics/flow-view/with-blocking-links.ts';
import type { MonthLock } from '../domain/cost-model.ts';
import type { FlowChunk } from '../domain/flow-chunk.ts';
import type { Project } from '../domain/project.ts';
import type { Settings } from '../domain/settings.ts';
import type { Status } from '../domain/status.ts';
import type { Team } from '../domain/team.ts';
import type { ConnectionReader } from '../store/repository/connection-reader.ts';
import { VersionedCache } from './versioned-cache.ts';

/** The projects and statuses of a connection, in an order that stays. */
export interface Catalog {
  readonly projects: readonly Project[];
  readonly statuses: readonly Status[];
}

/** What a view depends on beside the table. */
export interface ViewParts extends Catalog {
  readonly teams: readonly Team[];
  /** Whether links block as flags do. */
  readonly blockedByLinks: boolean;
}

/** Flow tables of many connections in memory. */
export interface FlowTables {
  /** The table of the reader's connection, as of its version, under the viewer's stages and teams of today. */
  view(reader: ConnectionReader, parts: ViewParts): Promise<FlowView>;
  /** Projects and statuses of the reader's connection, read again only when they may have changed. */
  catalog(reader: ConnectionReader): Promise<Catalog>;
  /** The settings of the reader's viewer, asked for again only when they have changed. */
  settings(reader: ConnectionReader, ask: () => Promise<Settings>): Promise<Settings>;
  /** The closed months of the reader's connection, read again only when they may have changed. */
  lockedMonths(reader: ConnectionReader): Promise<readonly MonthLock[]>;
  /** Lets go of a connection that has been given up. */
  forget(connectionId: string): void;
  /** The clocks of a viewer's settings. They follow from the settings alone, and are kept by them. */
  clocks(settings: Settings): Clocks;
}

interface Loaded {
  readonly version: number;
  readonly chunks: ReadonlyMap<number, FlowChunk>;
  readonly table: FlowTable;
  /** The last view, and what it was made of. */
  view: { readonly madeOf: string; readonly flow: FlowView } | null;
}

/** Issues kept in memory, over all tenants: some 250 bytes and 20 a segment each. */
const mostRows = 2_000_000;
const mostClocks = 500;
/** Viewers whose settings are kept in memory. */
const mostSettings = 10_000;
/** Locked months kept in memory, over all tenants. */
const mostLockedMonths = 50_000;
/** Projects and statuses kept in memory, over all tenants. */
const mostCatalogEntries = 200_000;

/**
 * A bounded cache of flow tables, by connection id and version. Both come from a repository that is bound to a viewer,
 * so nobody reaches another's. A newer version loads only the chunks that it wrote.
 */
export function createFlowTables(): FlowTables {
  const loaded = new LRUCache<string, Loaded>({
    maxSize: mostRows,
    sizeCalculation: ({ table }) => table.rowCount + 1,
  });

  async function upToDate(reader: ConnectionReader): Promise<Loaded> {
    const { id, flowVersion } = reader.connection;
    const before = loaded.get(id);
    if (before && before.version >= flowVersion) return before;
    const written = await reader.flowChunks.writtenAfter(before?.version ?? 0);
    const chunks = new Map(before?.chunks);
    for (const { number, chunk } of written) chunks.set(number, chunk);
    const inOrder = [...chunks].sort(([a], [b]) => a - b).map(([, chunk]) => chunk);
    // Not the greatest version read: of a page that is being written, some chunks may have been read and some not yet.
    const now: Loaded = { version: flowVersion, chunks, table: assembleFlowTable(inOrder), view: null };
    // Another request may have loaded a later version meanwhile.
    if ((loaded.peek(id)?.version ?? 0) < flowVersion) loaded.set(id, now);
    return now;
  }

  const clocks = new LRUCache<string, Clocks>({ max: mostClocks });
  const settings = new VersionedCache<Settings>(mostSettings);
  const lockedMonths = new VersionedCache<readonly MonthLock[]>(mostLockedMonths, (months) => months.length);
  const catalogs = new VersionedCache<Catalog>(
    mostCatalogEntries,
    ({ projects, statuses }) => projects.length + statuses.length,
  );

  return {
    settings: (reader, ask) => settings.upTo(reader.connection.id, reader.connection.settingsVersion, ask),

    lockedMonths: (reader) =>
      lockedMonths.upTo(reader.connection.id, reader.connection.settingsVersion, () => reader.lockedMonths()),

    catalog: (reader) =>
      catalogs.upTo(reader.connection.id, reader.connection.catalogVersion, async () => {
        const [projects, statuses] = await Promise.all([reader.allProjects(), reader.allStatuses()]);
        return { projects, statuses };
      }),

    forget(connectionId) {
      loaded.delete(connectionId);
      catalogs.forget(connectionId);
      settings.forget(connectionId);
      lockedMonths.forget(connectionId);
    },

    clocks(settings) {
      const madeOf = JSON.stringify([settings.timeZone, settings.workingCalendar]);
      const made = clocks.get(madeOf) ?? clocksOf(settings);
      clocks.set(madeOf, made);
      return made;
    },

    async view(reader, parts) {
      const entry = await upToDate(reader);
      const { stages, asOf } = reader.connection;
      const end = endOfKnowledge(asOf);
      const madeOf = JSON.stringify([
        stages,
        parts.statuses.map(({ id, name, category, deleted }) => [id, name, category, deleted]),
        parts.projects.map(({ id }) => id),
        parts.teams,
        end,
        parts.blockedByLinks,
      ]);
      if (entry.view?.madeOf === madeOf) return entry.view.flow;
      const setting = { stages, asOf: end, ...parts };
      const flagged = viewFlow(entry.table, setting);
      const flow = parts.blockedByLinks ? viewFlow(withBlockingLinks(flagged), setting) : flagged;
      entry.view = { madeOf, flow };
      return flow;
    },
  };
}
