import { generate } from '@graphql-codegen/cli';
import { tsImport } from 'tsx/esm/api';
import { root } from '../root.mjs';

/**
 * The client's types and documents for a schema, by codegen.ts; nothing is written.
 * @param {string} schema
 * @returns {Promise<{ filename: string, content: string }[]>}
 */
export async function clientFiles(schema) {
  const { default: config } = await tsImport('../../codegen.ts', import.meta.url);
  return await generate({ ...config, schema, cwd: root, silent: true, errorsOnly: true }, false);
}
