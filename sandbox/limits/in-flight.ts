/** The requests that are under way, by the tenant they go to. */
export class InFlight {
  readonly #counts = new Map<string, number>();

  /** Counts a request in; the function it gives counts it out. Undefined, and not counted, when there are `most` already. */
  enter(path: string, most: number | undefined): (() => void) | undefined {
    const tenant = /^\/ex\/jira\/([^/]+)\//.exec(path)?.[1];
    if (tenant === undefined) return () => undefined;
    const before = this.#counts.get(tenant) ?? 0;
    if (most !== undefined && before >= most) return undefined;
    this.#counts.set(tenant, before + 1);
    return () => {
      const left = (this.#counts.get(tenant) ?? 1) - 1;
      if (left > 0) this.#counts.set(tenant, left);
      else this.#counts.delete(tenant);
    };
  }
}
