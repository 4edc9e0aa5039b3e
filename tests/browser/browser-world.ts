import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { findChromium } from '../../scripts/find-chromium.mjs';
import type { Person } from '../support/person.ts';
import { onlooker } from '../support/shared-world.ts';
import { openWorld, type World } from '../support/world.ts';
import { Visitor } from './visitor.ts';

export const clientFolder = fileURLToPath(new URL('../../client/dist', import.meta.url));

/** No network of its own: everything Chromium would ask its maker stays unasked. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface BrowserWorld {
  readonly world: World;
  /** Somebody at a browser of their own: no cookie, no storage. */
  visit(options?: BrowserContextOptions): Promise<Visitor>;
  /** Fails when any visitor's browser has complained. */
  close(): Promise<void>;
}

/** Somebody with a synced site and the browser to look at it; world and person are shared, so nothing may be changed. */
export interface LookingBrowser extends BrowserWorld {
  readonly person: Person;
}

let launched: Promise<Browser> | null = null;

/** One Chromium for all the test files of a process; it ends with the process. */
async function theBrowser(): Promise<Browser> {
  launched ??= findChromium().then((executablePath) =>
    chromium.launch({ executablePath, headless: true, args: flags }),
  );
  return launched;
}

/** The top rung: the whole server with the built client, a Jira of its own, and a real browser. */
export async function openBrowserWorld(): Promise<BrowserWorld> {
  needsClient();
  const world = await openWorld({ clientFolder });
  const browser = browserIn(world);
  return {
    ...browser,
    async close() {
      await browser.close();
      await world.close();
    },
  };
}

/** The same for tests that only look at a synced site. */
export async function lookAt(site: Parameters<typeof onlooker>[0]): Promise<LookingBrowser> {
  needsClient();
  const { world, person } = await onlooker(site, { clientFolder });
  return { ...browserIn(world), person };
}

function needsClient(): void {
  if (!existsSync(`${clientFolder}/index.html`))
    throw new Error('client/dist holds no built client: run "npm test", or "npx vite build client" before vitest.');
}

function browserIn(world: World): BrowserWorld {
  const visits: { readonly context: BrowserContext; readonly visitor: Visitor }[] = [];
  return {
    world,
    async visit(options = {}) {
      const browser = await theBrowser();
      const context = await browser.newContext({
        baseURL: world.url,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        ...options,
      });
      const visitor = await Visitor.in(context, world);
      visits.push({ context, visitor });
      return visitor;
    },
    async close() {
      const complaints = visits.flatMap(({ visitor }) => visitor.complaints);
      await Promise.all(visits.map(({ context }) => context.close()));
      if (complaints.length > 0) throw new Error(`A browser complained:\n${complaints.join('\n')}`);
    },
  };
}
