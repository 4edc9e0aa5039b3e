/** What somebody who steers the sandbox has done wrong: 400 for a body that makes no sense, 404 for what is not there. */
export class ControlError extends Error {
  override name = 'ControlError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
