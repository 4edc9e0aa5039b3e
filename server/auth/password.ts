import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { commonPasswords } from './common-passwords.ts';

/** Argon2id (RFC 9106): the enum is ambient, so its value is written out. OWASP's parameters: 19 MiB, 2 passes, 1 lane. */
const argon2id: Algorithm.Argon2id = 2;
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const shortest = 8;
const longest = 256;

/**
 * Why a password is refused, as a sentence; null when it is good. NIST 800-63B: length and known-bad lists,
 * no rules on composition.
 */
export function passwordWeakness(password: string, about: { email: string; name: string }): string | null {
  const length = [...password].length;
  if (length < shortest) return `Use at least ${shortest} characters.`;
  if (length > longest) return `Use at most ${longest} characters.`;
  const plain = password.toLowerCase();
  if (commonPasswords.has(plain)) return 'This password is one of the most common ones. Choose another.';
  if (new Set(plain).size < 4) return 'This password repeats too few characters. Choose another.';
  const [mailbox] = about.email.toLowerCase().split('@');
  if (plain === about.email.toLowerCase() || plain === mailbox || plain === about.name.trim().toLowerCase())
    return 'Choose a password that is not your name or e-mail address.';
  return null;
}

/** PHC string with salt and parameters. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

/** True when `password` is what `passwordHash` was made of. Null takes as long and is false: nobody has that account. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobody), password.normalize('NFC').slice(0, longest));
  return passwordHash !== null && matches;
}

const nobody: Promise<string> = hash('an account that does not exist', cost);
