/** One of the three people of the demo who can sign in at the consent page. */
export interface Account {
  /** The word that names it in forms: alice, bob, carla. */
  readonly name: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly emailAddress: string;
  /** The zone of the profile, in which JQL reads quoted dates. */
  readonly timeZone: string;
  /** Whether the account also has Confluence, which accessible-resources then lists beside Jira. */
  readonly seesConfluence: boolean;
}

export const accounts: readonly Account[] = [
  {
    name: 'alice',
    accountId: '712020:a11ce000-51a7-4b0f-9d1c-0c6f2f1d0a01',
    displayName: 'Alice',
    emailAddress: 'alice@example.com',
    timeZone: 'America/New_York',
    seesConfluence: true,
  },
  {
    name: 'bob',
    accountId: '712020:b0b00000-7c3e-4f55-8a6b-5d2e9c7b0b02',
    displayName: 'Bob',
    emailAddress: 'bob@example.com',
    timeZone: 'Europe/London',
    seesConfluence: false,
  },
  {
    name: 'carla',
    accountId: '5c4a51a0e8d3c70f6b9a0c03',
    displayName: 'Carla',
    emailAddress: 'carla@example.com',
    timeZone: 'Europe/Berlin',
    seesConfluence: false,
  },
];
