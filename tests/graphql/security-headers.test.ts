import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../support/world.ts';

let world: World;
const clientFolder = mkdtempSync(join(tmpdir(), 'quantum-sprout-client-'));

beforeAll(async () => {
  mkdirSync(join(clientFolder, 'assets'));
  writeFileSync(join(clientFolder, 'index.html'), '<!doctype html><title>Quantum Sprout</title>');
  writeFileSync(join(clientFolder, 'assets/app-1a2b.js'), 'void 0;');
  world = await openWorld({ clientFolder });
});
afterAll(async () => {
  await world.close();
  rmSync(clientFolder, { recursive: true, force: true });
});

const pages = ['/', '/actions', '/settings?tab=jira', '/playground', '/assets/gone-1a2b.js', '/healthz', '/readyz'];
const post = (path: string, body: string): Promise<Response> =>
  fetch(`${world.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

async function everyAnswer(): Promise<Map<string, Response>> {
  const answers = new Map<string, Response>();
  for (const page of pages) answers.set(page, await fetch(`${world.url}${page}`));
  answers.set('a query', await post('/graphql', JSON.stringify({ query: '{ viewer { id } }' })));
  answers.set('no JSON', await post('/graphql', '{'));
  answers.set('a webhook of nobody', await post('/webhooks/jira/nobody', '{}'));
  answers.set('an address that is none', await fetch(`${world.url}/nothing.png`));
  return answers;
}

describe('Every answer', () => {
  it('is kept in no cache, but for files whose name changes with their content.', async () => {
    for (const [what, answer] of await everyAnswer())
      expect(answer.headers.get('cache-control'), what).toBe('no-store');
    const asset = await fetch(`${world.url}/assets/app-1a2b.js`);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('lets a page load what is ours alone, and lets nobody frame it or guess at what it is.', async () => {
    for (const [what, { headers }] of await everyAnswer()) {
      const policy = headers.get('content-security-policy') ?? '';
      for (const part of ["default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'none'"])
        expect(policy, what).toContain(part);
      expect(policy, what).toContain("frame-ancestors 'none'");
      expect(
        policy.split(';').find((part) => part.startsWith('script-src')),
        what,
      ).not.toContain('unsafe');
      expect(headers.get('x-content-type-options'), what).toBe('nosniff');
      expect(headers.get('referrer-policy'), what).toBe('no-referrer');
      expect(headers.get('x-powered-by'), what).toBe(null);
      expect(headers.get('access-control-allow-origin'), what).toBe(null);
    }
  });
});
