import { asObject, asText, type JsonObject } from './json.ts';

/** The custom fields with a meaning to Jira Software; their ids differ from site to site. */
export interface FieldIds {
  readonly flagged: string | undefined;
  readonly sprint: string | undefined;
  readonly points: string | undefined;
  readonly rank: string | undefined;
}

/** Finds them as a connector must: by schema type, and the flag by its name. */
export function findFieldIds(fields: readonly JsonObject[]): FieldIds {
  const bySchema = (end: string) =>
    asText(fields.find((field) => asText(asObject(field.schema)?.custom)?.endsWith(end))?.id);
  const byName = (name: string) => asText(fields.find((field) => field.custom === true && field.name === name)?.id);
  return {
    flagged: byName('Flagged'),
    sprint: bySchema(':gh-sprint'),
    points: bySchema(':jsw-story-points') ?? byName('Story Points'),
    rank: bySchema(':gh-lexo-rank'),
  };
}
