/** The allowance that requests to Jira are sent under. */
export interface RequestBudget {
  /** Asks to send one request. Null when it may be sent; else when to come back. */
  admit(): Promise<Date | null>;
  /** Accounts for what an answer has cost beyond the request itself. */
  charge(points: number): Promise<void>;
  /** Jira says that nothing is left for this app. */
  exhaust(): Promise<void>;
}

export const unlimited: RequestBudget = {
  admit: async () => null,
  charge: async () => undefined,
  exhaust: async () => undefined,
};
