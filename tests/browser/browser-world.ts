import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { findChromium } from '../../scripts/find-chromium.mjs';
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

/** The top rung: the whole server with the built client, a Jira of its own, and a real browser. */
export async function openBrowserWorld(): Promise<BrowserWorld> {
  if (!existsSync(`${clientFolder}/index.html`))
    throw new Error('client/dist holds no built client: run "npm test", or "npx vite build client" before vitest.');
  const browser: Browser = await chromium.launch({ executablePath: await findChromium(), headless: true, args: flags });
  const world = await openWorld({ clientFolder });
  const visitors: Visitor[] = [];
  return {
    world,
    async visit(options = {}) {
      const context = await browser.newContext({
        baseURL: world.url,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        ...options,
      });
      const visitor = await Visitor.in(context, world);
      visitors.push(visitor);
      return visitor;
    },
    async close() {
      const complaints = visitors.flatMap((visitor) => visitor.complaints);
      await browser.close();
      await world.close();
      if (complaints.length > 0) throw new Error(`A browser complained:\n${complaints.join('\n')}`);
    },
  };
}
