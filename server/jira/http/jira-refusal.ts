import { SourceError } from '../../sync/source.ts';

/** A request that Jira understood and declined, with what the readers need to tell one refusal from another. */
export class JiraRefusal extends SourceError {
  readonly status: number;
  /** Jira's own `errorMessages`. For decisions only: they may quote what nobody else should read. */
  readonly said: readonly string[];

  constructor(status: number, said: readonly string[]) {
    super('REFUSED', sentence(status));
    this.name = 'JiraRefusal';
    this.status = status;
    this.said = said;
  }
}

function sentence(status: number): string {
  if (status >= 300 && status < 400) return 'Jira answered with a redirect, which is not followed.';
  switch (status) {
    case 400:
      return 'Jira did not accept the request (400).';
    case 401:
      return 'The permission given to Quantum Sprout does not cover this request (401). Connect Jira again.';
    case 403:
      return 'Jira does not allow the connected account to read this (403).';
    case 404:
      return 'Jira has no such site or object, or the connected account may not see it (404).';
    default:
      return `Jira refused the request (${status}).`;
  }
}
