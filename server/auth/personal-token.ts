import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What the text of a personal access token says: whose it is, which one, and the secret that proves it. */
export interface PersonalToken {
  readonly accountId: string;
  readonly tokenId: string;
  readonly secret: string;
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 43 digits of 62 kinds hold 256 random bits. */
const secretLength = 43;
const checksumLength = 6;
const form = /^(qs_pat_([0-9a-f]{24})_([0-9a-f]{24})_([0-9A-Za-z]{43}))([0-9A-Za-z]{6})$/;

/**
 * The text of a new token: "qs_pat_", account, token and secret, and a checksum of all that. The prefix is what scanners
 * of source code look for; the checksum tells them a token from an example without asking anybody.
 */
export function newPersonalToken(
  accountId: string,
  tokenId: string,
): { readonly text: string; readonly secret: string } {
  const secret = Array.from({ length: secretLength }, () => digits[randomInt(digits.length)]).join('');
  const body = `qs_pat_${accountId}_${tokenId}_${secret}`;
  return { text: body + checksumOf(body), secret };
}

/** Null for anything that is not of the form this server writes, a mistyped token among it. */
export function readPersonalToken(text: string): PersonalToken | null {
  const [, body, accountId, tokenId, secret, checksum] = form.exec(text) ?? [];
  if (!body || !accountId || !tokenId || !secret) return null;
  return checksumOf(body) === checksum ? { accountId, tokenId, secret } : null;
}

/** CRC-32 in six digits of 62 kinds, the last ones first to change. */
function checksumOf(text: string): string {
  let rest = crc32(text);
  let written = '';
  for (let place = 0; place < checksumLength; place += 1) {
    written = digits.charAt(rest % digits.length) + written;
    rest = Math.floor(rest / digits.length);
  }
  return written;
}
