import { createRequire } from 'node:module';
import util from 'node:util';

// graphql-shield 7 reads util.isUndefined, which Node 23 removed (graphql-shield issue 1561). Its CommonJS build does so
// only when called, so it works once the function is there again.
const legacy = util as { isUndefined?: (value: unknown) => boolean };
legacy.isUndefined ??= (value) => value === undefined;

type Shield = typeof import('graphql-shield');

/** graphql-shield, on every supported Node. */
export const graphqlShield: Shield = createRequire(import.meta.url)('graphql-shield');
