import type { Account } from '../world/account.ts';
import type { World } from '../world/world.ts';
import type { AuthorizationRequest } from './authorize-request.ts';
import { consentStyle } from './consent-style.ts';
import { scopeMeanings } from './scopes.ts';

/**
 * The page on which a person lets the app in. Works without script: each account's sites show when it is chosen (CSS :has).
 * For browser tests: #account-<name>, #site-<account>-<cloudId>, #accept, #deny, and data-testid of the same words
 * (`site-<account>-<site name in kebab-case>` for sites).
 */
export function consentPage(world: World, request: AuthorizationRequest, action: string, problem?: string): string {
  const host = new URL(request.redirectUri).host;
  const accounts = world.accounts.map((account, index) => accountChoice(account, index === 0)).join('');
  const sites = world.accounts.map((account) => siteChoice(world, account)).join('');
  const scopes = request.scopes.map(
    (scope) => `<li>${escapeHtml(scopeMeanings[scope] ?? scope)} <code>${escapeHtml(scope)}</code></li>`,
  );
  return page(
    'Allow access to Jira',
    `<h1>Quantum Sprout would like to read your Jira</h1>
<p class="lead">You return to <strong>${escapeHtml(host)}</strong> afterwards.</p>
${problem === undefined ? '' : `<p class="problem" role="alert">${escapeHtml(problem)}</p>`}
<form method="post" action="${escapeHtml(action)}" data-testid="consent-form">
<fieldset><legend>Who are you?</legend>${accounts}</fieldset>
${sites}
<details><summary>What it may do (${request.scopes.length})</summary><ul>${scopes.join('')}</ul></details>
<div class="buttons">
<button type="submit" class="accept" name="decision" value="accept" id="accept" data-testid="accept">Accept</button>
<button type="submit" name="decision" value="deny" id="deny" data-testid="deny">Deny</button>
</div>
</form>`,
  );
}

/** Shown instead of any redirect when the app or its address is wrong. */
export function refusalPage(reason: string): string {
  return page(
    'Something is wrong',
    `<h1>This link cannot be used</h1><p class="lead" role="alert">${escapeHtml(reason)}</p>`,
  );
}

function accountChoice(account: Account, isFirst: boolean): string {
  const { name } = account;
  return `<label class="choice" for="account-${name}"><input type="radio" name="account" value="${name}" id="account-${name}" data-testid="account-${name}"${isFirst ? ' checked' : ''}><span>${escapeHtml(account.displayName)}<small>${escapeHtml(account.emailAddress)}</small></span></label>`;
}

function siteChoice(world: World, account: Account): string {
  const boxes = world.sitesOf(account).map(({ state: { catalog } }, index) => {
    const id = `site-${account.name}-${catalog.id}`;
    const word = catalog.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    return `<label class="choice" for="${id}"><input type="checkbox" name="sites" value="${account.name}:${escapeHtml(catalog.id)}" id="${escapeHtml(id)}" data-testid="site-${account.name}-${word}"${index === 0 ? ' checked' : ''}><span>${escapeHtml(catalog.name)}<small>${escapeHtml(new URL(catalog.url).host)}</small></span></label>`;
  });
  return `<fieldset class="sites sites-${account.name}"><legend>Sites of ${escapeHtml(account.displayName)}</legend>${boxes.join('')}</fieldset>`;
}

function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(title)} · Sandbox</title><style>${consentStyle}</style></head>
<body><header class="banner"><strong>Sandbox.</strong> This is not Atlassian: made-up people, made-up work, on this machine only.</header>
<main>${body}</main></body></html>`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replaceAll(/[&<>"']/g, (char) => entities[char] ?? char);
}
