import { Person } from './person.ts';

/** A program that speaks for somebody, with a personal access token that they have just made for it. */
export async function programOf(
  person: Person,
  url: string,
  scopes: readonly ('READ' | 'WRITE')[],
  input: { readonly name?: string; readonly expiresInDays?: number } = {},
): Promise<{ readonly program: Person; readonly id: string }> {
  const { createAccessToken } = await person.get(
    'mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { accessToken { id } token userErrors { message } } }',
    { input: { name: 'CI', scopes, ...input } },
  );
  const program = new Person(url, person.name);
  program.token = createAccessToken.token;
  return { program, id: createAccessToken.accessToken.id };
}
