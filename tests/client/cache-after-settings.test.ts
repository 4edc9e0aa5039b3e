import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { describe, expect, it } from 'vitest';
import { cacheRules } from '../../client/features/api/cache-rules.ts';

/** Lets every request that is due be made and answered: each takes a few turns of the event loop. */
async function settled() {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}

const settingsPage = gql`
  query SettingsPage {
    viewer {
      id
      settings {
        locale
      }
      accessTokens {
        id
      }
      dataRequests(first: 20) {
        nodes {
          id
        }
      }
      jiraConnection {
        id
        teams {
          id
          name
        }
        analytics {
          cycleTimes {
            target {
              days
            }
          }
        }
      }
    }
  }
`;

const changes = {
  updateSettings: gql`
    mutation Change {
      updateSettings {
        settings {
          locale
        }
      }
    }
  `,
  updateCostModel: gql`
    mutation Change {
      updateCostModel {
        costModel {
          version
        }
      }
    }
  `,
  lockMonth: gql`
    mutation Change {
      lockMonth(month: "2026-03-01") {
        lockedMonth {
          month
        }
      }
    }
  `,
  unlockMonth: gql`
    mutation Change {
      unlockMonth(month: "2026-03-01") {
        ok
      }
    }
  `,
  saveTeam: gql`
    mutation Change {
      saveTeam {
        team {
          id
          name
        }
      }
    }
  `,
  deleteTeam: gql`
    mutation Change {
      deleteTeam(id: "t1") {
        ok
      }
    }
  `,
  exportPersonalData: gql`
    mutation Change {
      exportPersonalData {
        dataRequest {
          id
        }
      }
    }
  `,
  erasePersonalData: gql`
    mutation Change {
      erasePersonalData {
        dataRequest {
          id
        }
      }
    }
  `,
  createAccessToken: gql`
    mutation Change {
      createAccessToken {
        accessToken {
          id
        }
      }
    }
  `,
  revokeAccessToken: gql`
    mutation Change {
      revokeAccessToken(id: "k1") {
        ok
      }
    }
  `,
};

/** Asks a page, lets a change be answered, and tells what was asked of the server in order. */
async function askedAround(change: keyof typeof changes, payload: object): Promise<string[]> {
  const asked: string[] = [];
  const viewer = {
    __typename: 'Viewer',
    id: 'v',
    settings: { __typename: 'Settings', locale: 'en' },
    dataRequests: { __typename: 'DataRequestConnection', nodes: [] },
    accessTokens: [{ __typename: 'AccessToken', id: 'k1' }],
    jiraConnection: {
      __typename: 'JiraConnection',
      id: 'c',
      teams: [{ __typename: 'Team', id: 't1', name: 'Platform' }],
      analytics: {
        __typename: 'Analytics',
        cycleTimes: { __typename: 'CycleTimeReport', target: { __typename: 'ServiceTarget', days: 3 } },
      },
    },
  };
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange(cacheRules()), fetchExchange],
    fetch: (_url, init) => {
      const { operationName } = JSON.parse(String(init?.body)) as { operationName: string };
      asked.push(operationName);
      return Promise.resolve(Response.json({ data: operationName === 'Change' ? { [change]: payload } : { viewer } }));
    },
  });
  const page = client.query(settingsPage, {}).subscribe(() => undefined);
  await settled();
  await client.mutation(changes[change], {}).toPromise();
  await settled();
  page.unsubscribe();
  return asked;
}

describe('A page that is open is asked for again', () => {
  it.each([
    [
      'updateSettings',
      { __typename: 'UpdateSettingsPayload', settings: { __typename: 'Settings', locale: 'de' } },
      { __typename: 'UpdateSettingsPayload', settings: null },
    ],
    [
      'updateCostModel',
      { __typename: 'UpdateCostModelPayload', costModel: { __typename: 'CostModel', version: 2 } },
      { __typename: 'UpdateCostModelPayload', costModel: null },
    ],
    [
      'lockMonth',
      {
        __typename: 'LockMonthPayload',
        lockedMonth: { __typename: 'LockedMonth', month: '2026-03-01' },
      },
      { __typename: 'LockMonthPayload', lockedMonth: null },
    ],
    ['unlockMonth', { __typename: 'UnlockMonthPayload', ok: true }, { __typename: 'UnlockMonthPayload', ok: false }],
    [
      'saveTeam',
      { __typename: 'SaveTeamPayload', team: { __typename: 'Team', id: 't2', name: 'New' } },
      { __typename: 'SaveTeamPayload', team: null },
    ],
    [
      'exportPersonalData',
      { __typename: 'DataRequestPayload', dataRequest: { __typename: 'DataRequest', id: 'r1' } },
      { __typename: 'DataRequestPayload', dataRequest: null },
    ],
    [
      'erasePersonalData',
      { __typename: 'DataRequestPayload', dataRequest: { __typename: 'DataRequest', id: 'r1' } },
      { __typename: 'DataRequestPayload', dataRequest: null },
    ],
    [
      'createAccessToken',
      { __typename: 'CreateAccessTokenPayload', accessToken: { __typename: 'AccessToken', id: 'k2' } },
      { __typename: 'CreateAccessTokenPayload', accessToken: null },
    ],
    [
      'revokeAccessToken',
      { __typename: 'RevokeAccessTokenPayload', ok: true },
      { __typename: 'RevokeAccessTokenPayload', ok: false },
    ],
    ['deleteTeam', { __typename: 'DeleteTeamPayload', ok: true }, { __typename: 'DeleteTeamPayload', ok: false }],
  ] as const)('after %s, unless it was refused.', async (change, made, refused) => {
    expect(await askedAround(change, made)).toEqual(['SettingsPage', 'Change', 'SettingsPage']);
    expect(await askedAround(change, refused)).toEqual(['SettingsPage', 'Change']);
  });
});
