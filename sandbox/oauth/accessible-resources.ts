import { jsonAnswer } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';
import type { World } from '../world/world.ts';
import type { Bearer } from './grant-book.ts';

/** GET /oauth/token/accessible-resources: the granted sites; Confluence comes as an entry of its own, to be ignored. */
export function accessibleResources(world: World, bearer: Bearer): Answer {
  const account = world.accounts.find((entry) => entry.name === bearer.account);
  const granted = account ? world.sitesOf(account).filter((site) => bearer.siteIds.includes(site.id)) : [];
  const scopes = bearer.scopes.filter((scope) => scope !== 'offline_access');
  const resources = granted.flatMap(({ state: { catalog } }) => {
    const avatarUrl = `${catalog.url}/site-admin-avatars/240/logo.png`;
    const jira = { id: catalog.id, url: catalog.url, name: catalog.name, scopes, avatarUrl };
    const confluence = { ...jira, scopes: ['read:confluence-content.summary'] };
    return account?.seesConfluence ? [confluence, jira] : [jira];
  });
  return jsonAnswer(200, resources);
}
