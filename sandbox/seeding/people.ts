import type { Account } from '../world/account.ts';
import type { JsonObject } from '../world/json.ts';
import type { Draw } from './draw.ts';

const first =
  'Ari Bela Cory Dale Emery Finn Gale Hollis Indy Jules Kit Lane Marlo Nova Oakley Perry Quin Reese Sage Tatum Uma Vesper Wren Yael Zuri Blair Ellis Noor'.split(
    ' ',
  );
const last =
  'Alder Birch Cove Dunes Elm Fjord Grove Heath Isle Juniper Knoll Larch Moor North Orchard Pine Quarry Ridge Sedge Thorn Vale Willow Yarrow Brook'.split(
    ' ',
  );

/** Made-up users of a site. Some hide their address, some have no picture, `inactive` of them have left. */
export function drawPeople(url: string, count: number, inactive: number, timeZone: string, draw: Draw): JsonObject[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    let name = '';
    do name = `${draw.pick(first)} ${draw.pick(last)}`;
    while (taken.has(name));
    taken.add(name);
    const hex = Array.from({ length: 12 }, () => draw.below(16).toString(16)).join('');
    const accountId =
      index % 3 === 0
        ? `5f${hex}${hex.slice(0, 10)}`
        : `712020:0${hex.slice(0, 7)}-${hex.slice(0, 4)}-4${hex.slice(1, 4)}-9${hex.slice(3, 6)}-${hex}`;
    const user: JsonObject = {
      self: `${url}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`,
      accountId,
      accountType: 'atlassian',
      displayName: name,
      active: index >= inactive,
      timeZone,
    };
    if (index % 4 !== 1) user.emailAddress = `${name.toLowerCase().replace(' ', '.')}@example.com`;
    if (index % 5 !== 2) user.avatarUrls = avatarUrls(url, hex);
    return user;
  });
}

/** A demo account as a user of the site. */
export function accountUser(url: string, account: Account): JsonObject {
  const { accountId, displayName, emailAddress, timeZone } = account;
  return {
    self: `${url}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`,
    accountId,
    accountType: 'atlassian',
    emailAddress,
    avatarUrls: avatarUrls(url, accountId.slice(-8)),
    displayName,
    active: true,
    timeZone,
  };
}

export function appUser(url: string, displayName: string): JsonObject {
  const accountId = '557058:f58131cb-b67d-43c7-b30d-6b58d40bd077';
  return {
    self: `${url}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`,
    accountId,
    accountType: 'app',
    avatarUrls: avatarUrls(url, 'automation'),
    displayName,
    active: true,
    timeZone: 'Etc/UTC',
  };
}

function avatarUrls(url: string, seed: string): JsonObject {
  const size = (pixels: number) => `${url}/avatars/${seed}-${pixels}.png`;
  return { '48x48': size(48), '24x24': size(24), '16x16': size(16), '32x32': size(32) };
}
