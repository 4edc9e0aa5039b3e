import { z } from 'zod';
import { nonEmpty, orNull } from './text.ts';

/** Custom fields with a meaning to flow. Their ids differ from site to site, and one site may have several of a kind. */
export interface CustomFields {
  readonly flagged: readonly string[];
  readonly sprint: readonly string[];
  readonly epicLink: readonly string[];
  readonly storyPoints: readonly string[];
}

export interface NamedField {
  readonly id: string;
  readonly name: string;
  readonly schemaType: string;
}

const fieldShape = z.object({
  id: nonEmpty(255),
  name: orNull(nonEmpty(255)),
  untranslatedName: orNull(nonEmpty(255)),
  schema: orNull(z.object({ custom: orNull(z.string()) })),
});

/** A field of GET /field; null for what is none. */
export function readField(value: unknown): NamedField | null {
  const read = fieldShape.safeParse(value);
  if (!read.success) return null;
  const { id, name, untranslatedName, schema } = read.data;
  return { id, name: untranslatedName ?? name ?? '', schemaType: schema?.custom ?? '' };
}

/**
 * Picks the fields with a meaning: by the type of their schema, the same in every language, or by name. The flag has
 * no type of its own (it is a list of checkboxes); story points are two fields, one per style of project.
 */
export function findCustomFields(fields: readonly NamedField[]): CustomFields {
  const idsWhere = (schemaEnd: string | null, ...names: string[]): string[] =>
    fields
      .filter(
        ({ name, schemaType }) =>
          (schemaEnd !== null && schemaType.endsWith(schemaEnd)) || names.includes(name.toLowerCase()),
      )
      .map(({ id }) => id);
  return {
    flagged: idsWhere(null, 'flagged'),
    sprint: idsWhere(':gh-sprint', 'sprint'),
    epicLink: idsWhere(':gh-epic-link', 'epic link'),
    storyPoints: idsWhere(':jsw-story-points', 'story points', 'story point estimate'),
  };
}
