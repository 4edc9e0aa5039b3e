/** The embedded MongoDB cannot be had. The message is one sentence for the person who typed `npm start`. */
export class MongodError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MongodError';
  }
}
