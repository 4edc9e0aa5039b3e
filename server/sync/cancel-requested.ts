/** Why a turn is interrupted whose viewer has asked the run to stop. */
export class CancelRequested extends Error {
  constructor() {
    super('the run is to stop');
    this.name = 'CancelRequested';
  }
}
