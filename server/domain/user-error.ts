export const userErrorCodes = [
  'INVALID',
  'NOT_FOUND',
  'CONFLICT',
  'EMAIL_TAKEN',
  'BAD_CREDENTIALS',
  'WEAK_PASSWORD',
  'EXPIRED',
  'RATE_LIMITED',
  'NOT_CONNECTED',
  'JIRA_REFUSED',
  'JIRA_UNAVAILABLE',
  'STATE_MISMATCH',
  'VERSION_CONFLICT',
  'LEGAL_HOLD',
] as const;
export type UserErrorCode = (typeof userErrorCodes)[number];

/** An expected failure of something a person asked for: told to them, not thrown. */
export interface UserError {
  readonly code: UserErrorCode;
  readonly message: string;
  /** Path of the input field, outermost first. */
  readonly field?: readonly string[];
}

/** Either what was asked for or the reasons why not. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly UserError[] };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

export function refused(
  code: UserErrorCode,
  message: string,
  field?: readonly string[],
): { ok: false; errors: UserError[] } {
  return { ok: false, errors: [field ? { code, message, field } : { code, message }] };
}
