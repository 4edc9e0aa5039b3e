import { parseSync } from 'oxc-parser';
import type { SourceFile } from './source-files.ts';

/**
 * Ways past the owner: what reaches the driver below mongoose's hooks, what those hooks do not cover, and stages of a
 * pipeline that read or write another collection. And ways past the log, to whose rows only entries are added.
 */
const bannedMembers = [
  'collection',
  'watch',
  'bulkSave',
  'estimatedDocumentCount',
  'getClient',
  'auditEvents',
  'auditHeads',
];
const bannedStages = ['$lookup', '$graphLookup', '$unionWith', '$out', '$merge'];

/** Files that may, each with its reason. */
export const allowed: Readonly<Record<string, readonly string[]>> = {
  // Failed sign-ins are counted by address before anyone is known: those rows belong to no tenant.
  'server/store/accounts/sign-in-throttle.ts': ['.getClient'],
  // What all tenants together ask of Jira is counted by the hour, as Jira does: those rows belong to no tenant.
  'server/store/work/points-budget.ts': ['.getClient'],
  // What writes and reads the log goes through here.
  'server/store/audit/audit-collections.ts': ['.auditEvents', '.auditHeads'],
  // A viewer who goes takes the whole log along.
  'server/store/audit/delete-trail.ts': ['.auditEvents', '.auditHeads'],
  // Listens to the commands that are sent, and sends none.
  'server/store/open-store.ts': ['.getClient'],
};

/** Every banned sentence of a file, as `path: word`. Comments are free to speak of them. */
export function bannedSentences({ path, text }: SourceFile): string[] {
  const found = new Set(wordsOf(parseSync(path, text).program));
  return [...found].filter((word) => !allowed[path]?.includes(word)).map((word) => `${path}: ${word}`);
}

function wordsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(wordsOf);
  if (!isNode(node)) return [];
  return [...own(node), ...Object.values(node).flatMap(wordsOf)];
}

function own(node: Readonly<Record<string, unknown>>): string[] {
  const member = node.type === 'MemberExpression' ? nameOf(node.property, node.computed === true) : null;
  const taken = node.type === 'ObjectPattern' ? patternKeys(node) : [];
  const key = node.type === 'Property' ? nameOf(node.key, node.computed === true) : null;
  const literal =
    node.type === 'Literal' ? String(node.value) : node.type === 'TemplateElement' ? cooked(node.value) : null;
  return [
    ...[member, ...taken].flatMap((name) => (name !== null && bannedMembers.includes(name) ? [`.${name}`] : [])),
    ...[key, literal].flatMap((name) => (name !== null && bannedStages.includes(name) ? [name] : [])),
  ];
}

/** The name a member or key is known by; null when it is computed from something that is no literal. */
function nameOf(node: unknown, computed: boolean): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Identifier') return computed ? null : String(node.name);
  return node.type === 'Literal' ? String(node.value) : null;
}

/** `const { collection } = model` takes it as well as `model.collection` does. */
function patternKeys(pattern: Readonly<Record<string, unknown>>): (string | null)[] {
  const properties = Array.isArray(pattern.properties) ? pattern.properties : [];
  return properties.filter(isNode).map((property) => nameOf(property.key, property.computed === true));
}

function cooked(value: unknown): string | null {
  return isNode(value) && typeof value.cooked === 'string' ? value.cooked : null;
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
