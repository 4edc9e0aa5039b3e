import type { Outcome } from '../../domain/user-error.ts';

/** The same outcome with error paths that begin at the mutation's `input` argument. */
export function prefixed<T>(outcome: Outcome<T>): Outcome<T> {
  if (outcome.ok) return outcome;
  return {
    ok: false,
    errors: outcome.errors.map((error) => (error.field ? { ...error, field: ['input', ...error.field] } : error)),
  };
}
