/** One event on its way to one address. */
export interface Delivery {
  /** The same for all attempts and copies: by it a receiver knows what it has had already. */
  readonly identifier: string;
  readonly event: string;
  readonly url: string;
  readonly clientId: string;
  /** Name of the account whose webhook it is. */
  readonly account: string;
  readonly siteId: string;
  readonly issueId: string;
  /** Account id of whoever acted. */
  readonly by: string;
  readonly body: string;
}
