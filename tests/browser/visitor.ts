import type { BrowserContext, Locator, Page } from 'playwright-core';
import { Person } from '../support/person.ts';
import type { World } from '../support/world.ts';

/** Generous for two cores that are shared: a page that hangs still fails long before the test does. */
const patienceMs = 20_000;

/** Runs in every page before its own scripts. */
const tellViolations = `addEventListener('securitypolicyviolation', (event) =>
  reportViolation(event.violatedDirective + ' blocked ' + event.blockedURI));`;

/** Somebody at a browser. What the browser complains about, and every address it asks, is written down. */
export class Visitor {
  readonly page: Page;
  readonly complaints: string[] = [];
  readonly asked: string[] = [];
  readonly #world: World;

  private constructor(page: Page, world: World) {
    this.page = page;
    this.#world = world;
  }

  static async in(context: BrowserContext, world: World): Promise<Visitor> {
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    const visitor = new Visitor(page, world);
    page.on('console', (message) => {
      if (message.type() === 'error') visitor.complaints.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => visitor.complaints.push(`page error: ${error.stack ?? error.message}`));
    context.on('request', (request) => visitor.asked.push(request.url()));
    await context.exposeFunction('reportViolation', (what: string) => visitor.complaints.push(`CSP: ${what}`));
    await context.addInitScript({ content: tellViolations });
    return visitor;
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name, level: 1 });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** From the sign-up page to the card that asks for a Jira. */
  async signUp(name: string): Promise<void> {
    const { email, password } = new Person(this.#world.url, name);
    await this.page.goto('/sign-up');
    await this.page.getByLabel('Name').fill(name);
    await this.page.getByLabel('Email').fill(email);
    await this.page.getByLabel('Password').fill(password);
    await this.button('Create account').click();
    await this.heading('Connect Your Jira').waitFor();
  }

  async signIn(person: Person): Promise<void> {
    await this.page.goto('/sign-in');
    await this.page.getByLabel('Email').fill(person.email);
    await this.page.getByLabel('Password').fill(person.password);
    await this.button('Sign in').click();
    await this.page.getByRole('button', { name: `Account menu of ${person.name}` }).waitFor();
  }

  /** From the button to Jira's consent page, for one account and one site of it. */
  async askForConsent(account: string, site: string): Promise<void> {
    await this.button('Connect Jira Account').click();
    await this.consent(account, site);
  }

  /** On Jira's consent page: one account and one site of it. */
  async consent(account: string, site: string): Promise<void> {
    await this.page.locator(`#account-${account}`).check();
    for (const box of await this.page.locator(`input[name=sites][value^="${account}:"]`).all())
      await box.setChecked((await box.getAttribute('data-testid')) === `site-${account}-${site}`);
  }

  /** Consents, and chooses the site when the grant covers more of them. */
  async connect(account: string, site: string, siteName: string): Promise<void> {
    await this.askForConsent(account, site);
    await this.page.locator('#accept').click();
    const choose = this.button(`Choose ${siteName}`);
    await this.heading('Overview').or(choose).waitFor();
    if (await choose.isVisible()) await choose.click();
    await this.heading('Overview').waitFor();
  }

  /** Waits until the first sync has ended well. */
  async synced(): Promise<void> {
    await this.page.getByRole('link', { name: /^Synced/ }).waitFor({ timeout: 90_000 });
  }

  /** The same person at the API: what the server says to this viewer and nobody else. */
  async atTheApi(name: string): Promise<Person> {
    const person = new Person(this.#world.url, name);
    const { signIn } = await person.get(
      'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { code } } }',
      { input: { email: person.email, password: person.password } },
    );
    person.token = signIn.accessToken;
    return person;
  }
}
