import { z } from 'zod';
import type { Person } from '../../domain/person.ts';
import type { TenantCipher } from '../keys/keyring.ts';
import type { PersonRow } from '../models/rows.ts';

/** Whose person it is: part of what the sealed fields are bound to. */
export interface PersonPlace {
  readonly owner: string;
  readonly connection: string;
}

const personal = z.object({ displayName: z.string(), avatarUrl: z.string().nullable() });

/** What of a person is stored: the personal fields sealed, bound to their owner, their connection and the person. */
export function sealPerson(
  cipher: TenantCipher,
  { id, active, displayName, avatarUrl }: Person,
  place: PersonPlace,
): Pick<PersonRow, 'id' | 'active' | 'sealed'> {
  return { id, active, sealed: cipher.seal(JSON.stringify({ displayName, avatarUrl }), placeOf(id, place)) };
}

/** The person of a row. Throws when what is sealed was altered, or moved from another row. */
export function openPerson(cipher: TenantCipher, row: PersonRow, place: PersonPlace): Person {
  const { id, active, sealed } = row;
  return { id, active, ...personal.parse(JSON.parse(cipher.open(sealed, placeOf(id, place)))) };
}

const placeOf = (id: string, place: PersonPlace) => ({ ...place, field: `person ${id}` });
