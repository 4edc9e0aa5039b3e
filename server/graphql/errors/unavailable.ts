import { ApiError } from './api-error.ts';

/** What is told while the database is out of reach. */
export const unavailable = (): ApiError =>
  new ApiError('UNAVAILABLE', 'The service cannot answer at the moment. Try again shortly.');
