/**
 * What a person does on the consent page: picks an account and sites, accepts, and is sent back.
 * Answers with the code and state that the callback page would find in its address.
 */
export async function consentTo(
  authorizationUrl: string,
  account: string,
  sites: readonly string[],
): Promise<{ code: string; state: string }> {
  const page = await (await fetch(authorizationUrl)).text();
  const form = new URLSearchParams({ account, decision: 'accept' });
  for (const site of sites) form.append('sites', siteValue(page, account, site));
  const response = await fetch(authorizationUrl, { method: 'POST', body: form, redirect: 'manual' });
  const location = response.headers.get('location');
  if (!location) throw new Error(`the consent page answered ${response.status}: ${await response.text()}`);
  const back = new URL(location).searchParams;
  return { code: back.get('code') ?? '', state: back.get('state') ?? '' };
}

/** Sites are granted by id; the page lists them by name, for each account. */
function siteValue(page: string, account: string, name: string): string {
  const label = page.split('<label').find((part) => part.includes(`value="${account}:`) && part.includes(`>${name}<`));
  const id = /value="([^"]+)"/.exec(label ?? '')?.[1];
  if (!id) throw new Error(`the consent page lists no site "${name}" for ${account}`);
  return id;
}
