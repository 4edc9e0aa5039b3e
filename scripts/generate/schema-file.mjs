import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode, toolPath } from '../run-tool.mjs';

/**
 * The schema as the server's classes say it.
 * @returns {Promise<string>}
 */
export async function schemaFile() {
  const folder = await mkdtemp(join(tmpdir(), 'quantum-sprout-schema-'));
  const path = join(folder, 'schema.graphql');
  try {
    const code = await runNode([toolPath('tsx'), 'server/graphql/emit-schema.ts', path], { quiet: true });
    if (code !== 0) throw new Error('The server does not emit its schema.');
    return await readFile(path, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
