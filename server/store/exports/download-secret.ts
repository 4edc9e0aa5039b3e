import { createHash, timingSafeEqual } from 'node:crypto';
import { Types } from 'mongoose';
import type { Place } from '../keys/keyring.ts';

const ownerBytes = 12;
const form = /^[\w-]{59}$/;

/** Whose archive a secret opens: it begins with the owner, so that the look-up has one. Null for what is no secret of ours. */
export function ownerOfSecret(secret: string): Types.ObjectId | null {
  if (!form.test(secret)) return null;
  return new Types.ObjectId(Buffer.from(secret, 'base64url').subarray(0, ownerBytes).toString('hex'));
}

/** Secrets are random, so one SHA-256 is enough. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Compares in a time that tells nothing. */
export function isHashOf(secret: string, hash: string): boolean {
  const [presented, kept] = [Buffer.from(hashOfSecret(secret)), Buffer.from(hash)];
  return presented.length === kept.length && timingSafeEqual(presented, kept);
}

export const secretPlace = (owner: Types.ObjectId, request: Types.ObjectId): Place => ({
  owner: owner.toHexString(),
  connection: request.toHexString(),
  field: 'download',
});

export const partPlace = (owner: Types.ObjectId, request: Types.ObjectId, number: number): Place => ({
  owner: owner.toHexString(),
  connection: request.toHexString(),
  field: `export ${number}`,
});
