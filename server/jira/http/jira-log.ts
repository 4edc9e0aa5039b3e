/** Where the connector tells what went wrong without stopping it: pino's shape. Never given tokens, addresses or content. */
export interface JiraLog {
  warn(details: Readonly<Record<string, unknown>>, message: string): void;
}

export const silentLog: JiraLog = { warn: () => undefined };
