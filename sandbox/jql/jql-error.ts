/** A query that Jira answers with 400; the message is what `errorMessages` quotes. */
export class JqlError extends Error {
  override name = 'JqlError';
}
