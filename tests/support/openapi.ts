import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

/**
 * Atlassian's OpenAPI descriptions as a judge of the sandbox's answers and of the connector's requests.
 * Needs the folder of shared data (QS_SHARED, or ../shared beside the repository): guard tests with `hasOpenApi`.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(process.env.QS_SHARED ?? join(root, '../shared'), 'data');
const files = { jira: join(folder, 'jira-openapi.json'), agile: join(folder, 'jira-software-openapi.json') } as const;
type SpecName = keyof typeof files;

export const hasOpenApi = existsSync(files.jira) && existsSync(files.agile);

type Loose = Record<string, unknown>;
const record = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {});

/** Where reality departs from the description, each with its reason (JIRA-CLOUD.md 2.2 and 4). */
const patches: readonly { reason: string; apply: (schemas: Loose) => void }[] = [
  {
    reason:
      'from, fromString, to and toString are null on the empty side: 726 of 1,142 genuine entries validate without this',
    apply: (schemas) => {
      for (const name of ['from', 'fromString', 'to', 'toString'])
        changeDetails(schemas)[name] = { type: ['string', 'null'] };
    },
  },
  {
    reason: 'items about people carry tmpFromAccountId and tmpToAccountId, which the description does not know',
    apply: (schemas) => {
      for (const name of ['tmpFromAccountId', 'tmpToAccountId'])
        changeDetails(schemas)[name] = { type: ['string', 'null'] };
    },
  },
  {
    reason:
      'changelog/bulkfetch writes created as an epoch number in the example and as date-time in the schema: both occur',
    apply: (schemas) => {
      const properties = record(record(schemas.Changelog).properties);
      properties.created = { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'integer' }] };
    },
  },
];

function changeDetails(schemas: Loose): Loose {
  return record(record(schemas.ChangeDetails).properties);
}

const specs: Record<SpecName, Loose> = { jira: load('jira'), agile: load('agile') };
const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
addFormats.default(ajv);
for (const [name, spec] of Object.entries(specs)) ajv.addSchema({ ...spec, $id: specId(name) });

function specId(name: string): string {
  return `https://${name}.example/openapi.json`;
}

function load(name: SpecName): Loose {
  if (!hasOpenApi) return {};
  // References become absolute, so that ajv can compile any part of the description by itself (and keep it compiled).
  const text = readFileSync(files[name], 'utf8').replaceAll('"#/components/', `"${specId(name)}#/components/`);
  const spec = record(JSON.parse(text));
  if (name === 'jira') for (const patch of patches) patch.apply(record(record(spec.components).schemas));
  return spec;
}

/** What is wrong with an answer, empty when nothing is. `path` may begin with /ex/jira/{cloudId}; the query is ignored. */
export function validateResponse(method: string, path: string, status: number, body: unknown): string[] {
  const found = findOperation(method, path);
  if (!found) return [`${method} ${path} is not described`];
  const response = record(record(found.operation.responses)[String(status)]);
  const isError = status >= 400;
  if (Object.keys(response).length === 0) {
    // 410, 429 and 5xx are nowhere described; they may happen to any request.
    return isError ? [] : [`${method} ${path} is not described to answer ${status}`];
  }
  if (!record(record(response.content)['application/json']).schema) return [];
  const pointer = [...found.pointer, 'responses', String(status), 'content', 'application/json', 'schema'];
  return isError ? [] : check(found.spec, pointer, body);
}

/** What is wrong with a request, empty when nothing is: unknown or ill-typed parameters and body members. */
export function validateRequest(
  method: string,
  path: string,
  query: URLSearchParams | Readonly<Record<string, string>>,
  body?: unknown,
): string[] {
  const found = findOperation(method, path);
  if (!found) return [`${method} ${path} is not described`];
  const problems = checkQuery(found, new URLSearchParams(query as Record<string, string>));
  const described =
    record(record(record(found.operation.requestBody).content)['application/json']).schema !== undefined;
  if (!described) return body === undefined ? problems : [...problems, 'a body where none is described'];
  const pointer = [...found.pointer, 'requestBody', 'content', 'application/json', 'schema'];
  return [...problems, ...check(found.spec, pointer, body)];
}

interface Found {
  readonly spec: SpecName;
  readonly pointer: readonly string[];
  readonly operation: Loose;
}

function findOperation(method: string, fullPath: string): Found | undefined {
  const path = fullPath.replace(/^\/ex\/jira\/[^/]+/, '').replace(/\?.*$/, '');
  const spec: SpecName = path.startsWith('/rest/agile/') ? 'agile' : 'jira';
  const segments = path.split('/');
  const paths = record(specs[spec].paths);
  const fits = (template: string) => {
    const parts = template.split('/');
    return parts.length === segments.length && parts.every((part, at) => part.startsWith('{') || part === segments[at]);
  };
  const template = Object.hasOwn(paths, path) ? path : Object.keys(paths).find(fits);
  const operation = record(record(paths[template ?? ''])[method.toLowerCase()]);
  if (template === undefined || Object.keys(operation).length === 0) return undefined;
  return { spec, pointer: ['paths', template, method.toLowerCase()], operation };
}

function checkQuery(found: Found, query: URLSearchParams): string[] {
  const parameters = Array.isArray(found.operation.parameters) ? found.operation.parameters.map(record) : [];
  const known = new Map(parameters.filter((entry) => entry.in === 'query').map((entry) => [String(entry.name), entry]));
  const problems = [...known.values()]
    .filter((entry) => entry.required === true && !query.has(String(entry.name)))
    .map((entry) => `query parameter ${String(entry.name)} is missing`);
  for (const name of new Set(query.keys())) {
    const type = record(known.get(name)?.schema).type;
    const values = query.getAll(name);
    if (!known.has(name)) problems.push(`query parameter ${name} is not described`);
    else if (type === 'integer' && !values.every((value) => /^-?\d+$/.test(value)))
      problems.push(`${name} is no integer`);
    else if (type === 'boolean' && !values.every((value) => /^(true|false)$/.test(value)))
      problems.push(`${name} is no boolean`);
    else if (type !== 'array' && values.length > 1) problems.push(`${name} stands there ${values.length} times`);
  }
  return problems;
}

function check(spec: SpecName, pointer: readonly string[], value: unknown): string[] {
  const schema = pointer.reduce<unknown>((part, name) => record(part)[name], specs[spec]);
  const validate = ajv.compile(record(schema));
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    (error) => `${error.instancePath || '/'} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
  );
}
