import { consentTo } from './consent-to.ts';
import { until } from './until.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Answers are looked at by expectations, which say what they should be.
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what tests are about
  readonly data: any;
  readonly errors:
    | readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[]
    | undefined;
  readonly extensions: Record<string, unknown> | undefined;
}

/** Somebody at a browser: an access token in memory, a refresh cookie in the jar. */
export class Person {
  readonly #url: string;
  readonly name: string;
  readonly email: string;
  readonly password = 'correct horse battery';
  token: string | null = null;
  cookie: string | null = null;

  constructor(url: string, name: string) {
    this.#url = url;
    this.name = name;
    this.email = `${name}@example.com`;
  }

  /** Sends one operation. */
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(this.cookie && { cookie: this.cookie }),
      },
      body: JSON.stringify({ query, variables }),
    });
    for (const line of response.headers.getSetCookie()) this.cookie = line.split(';')[0] ?? null;
    const body = (await response.json()) as Pick<Answer, 'data' | 'errors' | 'extensions'>;
    return {
      status: response.status,
      headers: response.headers,
      data: body.data,
      errors: body.errors,
      extensions: body.extensions,
    };
  }

  /** Sends one operation that has to succeed; a failure prints query, variables and answer. */
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what tests are about
  async get(query: string, variables: Record<string, unknown> = {}): Promise<any> {
    const answer = await this.ask(query, variables);
    if (answer.errors) throw new Error(JSON.stringify({ query, variables, errors: answer.errors }, null, 2));
    return answer.data;
  }

  async signUp(): Promise<void> {
    const { signUp } = await this.get(
      `mutation ($input: SignUpInput!) { signUp(input: $input) { accessToken userErrors { code message } } }`,
      { input: { email: this.email, password: this.password, name: this.name, timeZone: 'Europe/Berlin' } },
    );
    if (!signUp.accessToken) throw new Error(JSON.stringify(signUp.userErrors));
    this.token = signUp.accessToken;
  }

  /** Begins to connect: where the browser would be sent. */
  async beginConnection(): Promise<string> {
    const { beginJiraConnection } = await this.get(
      'mutation { beginJiraConnection { authorizationUrl userErrors { code } } }',
    );
    return beginJiraConnection.authorizationUrl;
  }

  /** Hands over what came back to the callback page. */
  async completeConnection(answer: { code: string; state: string }): Promise<Answer> {
    return this.ask(
      `mutation ($input: CompleteJiraConnectionInput!) {
        completeJiraConnection(input: $input) { jiraConnection { status site { name } availableSites { cloudId name } } userErrors { code message } }
      }`,
      { input: answer },
    );
  }

  /** Connects one site, all the way from the button to the first sync being asked for. */
  async connectJira(site: string, account = 'alice'): Promise<void> {
    const answer = await consentTo(await this.beginConnection(), account, [site]);
    const { data, errors } = await this.completeConnection(answer);
    const payload = data?.completeJiraConnection;
    if (errors || payload.userErrors.length > 0) throw new Error(JSON.stringify({ errors, payload }));
    if (payload.jiraConnection.status === 'CHOOSING_SITE')
      await this.chooseSite(site, payload.jiraConnection.availableSites);
  }

  /** Atlassian adds sites to a grant: a second consent may cover the sites of the first one too. */
  async chooseSite(name: string, sites: readonly { cloudId: string; name: string }[]): Promise<void> {
    const id = sites.find((site) => site.name === name)?.cloudId;
    await this.get('mutation ($id: ID!) { chooseJiraSite(cloudId: $id) { userErrors { code } } }', { id });
  }

  /** Waits until the open run, if any, has ended well. */
  async synced(seconds = 60): Promise<void> {
    const query = `{ viewer { jiraConnection { syncStatus { state currentRun { phase issuesDone error } issueCount } } } }`;
    const last = await until(
      async () => (await this.get(query)).viewer.jiraConnection.syncStatus,
      ({ state }: { state: string }) => state === 'UP_TO_DATE' || state === 'FAILED',
      seconds,
    );
    if (last.state === 'FAILED') throw new Error('the sync failed');
  }

  /** Asks for a run and waits for its end. */
  async sync(mode = 'INCREMENTAL'): Promise<void> {
    const start = 'mutation ($mode: SyncMode!) { startSync(input: { mode: $mode }) { userErrors { code } } }';
    for (;;) {
      const { startSync } = await this.get(start, { mode });
      // One that was due anyway may be open, of another mode.
      const isOpen = startSync.userErrors.some(({ code }: { code: string }) => code === 'CONFLICT');
      await this.synced();
      if (!isOpen) return;
    }
  }

  async disconnect(): Promise<void> {
    await this.get('mutation { disconnectJira { viewer { id } userErrors { code } } }');
  }
}
