/** A request as the sandbox's endpoints see it. */
export interface Call {
  readonly method: string;
  /** Percent-encoded as it came, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** When it arrived, ms since 1970 on the sandbox's clock. */
  readonly at: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What the objects in it cost of an hourly allowance, beside the 1 of every request; absent: nothing. */
  readonly objectPoints?: number;
}
