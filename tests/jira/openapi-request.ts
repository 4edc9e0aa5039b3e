import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** Folder with Atlassian's OpenAPI file and real payloads; optional for users. */
export const sharedFolder = process.env.QS_SHARED ?? resolve(import.meta.dirname, '../../../shared');
export const openApiFile = resolve(sharedFolder, 'data/jira-openapi.json');

interface Operation {
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface SeenRequest {
  readonly method: string;
  /** Below /rest/api/3, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** Says what is wrong with a request by Atlassian's own description; an empty list when nothing is. */
export type RequestCheck = (request: SeenRequest) => string[];

export function openApiRequestCheck(): RequestCheck | null {
  if (!existsSync(openApiFile)) return null;
  const document = JSON.parse(readFileSync(openApiFile, 'utf8')) as OpenApi;
  const ajv = new Ajv({ strict: false, coerceTypes: 'array', allErrors: true });
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  ajv.addSchema(document, 'jira');
  const compiled = new Map<object, ValidateFunction>();
  const faultsOf = (schema: object, value: unknown, where: string): string[] => {
    const validate = compiled.get(schema) ?? ajv.compile(inDocument(schema));
    compiled.set(schema, validate);
    return validate({ value }) ? [] : [`${where}: ${ajv.errorsText(validate.errors)}`];
  };
  return ({ method, path, query, body }) => {
    const operation = find(document, method, path);
    if (!operation) return [`${method} ${path} is no operation of Jira`];
    const faults: string[] = [];
    const known = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
    for (const name of new Set(query.keys())) {
      const parameter = known.find((entry) => entry.name === name);
      if (!parameter) faults.push(`${name} is no query parameter of ${method} ${path}`);
      else {
        const values = query.getAll(name);
        faults.push(...faultsOf(parameter.schema, values.length > 1 ? values : values[0], name));
      }
    }
    const schema = operation.requestBody?.content['application/json']?.schema;
    if (schema) faults.push(...faultsOf(schema, body, `body of ${path}`));
    return faults;
  };
}

/** Wrapped, for only members of something can be coerced, and with references into the document. */
function inDocument(schema: object): object {
  const wrapped = { type: 'object', properties: { value: schema }, required: ['value'] };
  return JSON.parse(JSON.stringify(wrapped).replaceAll('"#/', '"jira#/')) as object;
}

function find(document: OpenApi, method: string, path: string): Operation | undefined {
  const parts = path.split('/');
  const fits = (template: string): boolean => {
    const names = template.replace('/rest/api/3/', '').split('/');
    return names.length === parts.length && names.every((name, index) => name.startsWith('{') || name === parts[index]);
  };
  const candidates = Object.keys(document.paths).filter(
    (template) => template.startsWith('/rest/api/3/') && fits(template),
  );
  const exact = candidates.sort((a, b) => a.split('{').length - b.split('{').length)[0];
  return exact === undefined ? undefined : document.paths[exact]?.[method.toLowerCase()];
}
