export const grantTypes = ['authorization_code', 'refresh_token', 'client_credentials'] as const;
export type GrantType = (typeof grantTypes)[number];

/** The members of a body of POST /oauth/token, JSON or form-encoded; none of one that is neither. */
export function tokenBody(contentType: string | string[] | undefined, body: string): Record<string, unknown> {
  if (!String(contentType ?? '').includes('json')) return Object.fromEntries(new URLSearchParams(body));
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

export function isGrantType(value: unknown): value is GrantType {
  return grantTypes.some((grantType) => grantType === value);
}
