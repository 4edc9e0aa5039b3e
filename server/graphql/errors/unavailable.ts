import { ApiError } from './api-error.ts';

/** What is told while the database is out of reach. Apollo takes `http` out of the answer and goes by it. */
export const unavailable = (details: { readonly http?: { readonly status: number } } = {}): ApiError =>
  new ApiError('UNAVAILABLE', 'The service cannot answer at the moment. Try again shortly.', details);
