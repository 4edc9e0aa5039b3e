import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** MongoDB's own version, and the npm package whose tarball carries it for Debian 12 on x64. */
export const mongodPackage = {
  version: '8.2.6',
  name: '@second-inc/cli-local-linux-x64@0.1.39',
  entry: 'package/dist/runtime/linux-x64/bin/mongod',
  sha256: '6a935df1e70c4d4c3871e1bffbead418968f69b16ee2a7a216b49f209e962039',
} as const;

/** Fetches the package's tarball into a folder and says where it is. Nothing of the package is installed or run. */
export async function packMongodPackage(folder: string): Promise<string> {
  // Under `npm start`, the npm that runs us; a .cmd on Windows, where this package is not used.
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith('npm-cli.js') ? [process.execPath, [npm]] : ['npm', []];
  const args = [...first, 'pack', '--ignore-scripts', '--silent', mongodPackage.name];
  await new Promise<void>((resolve, reject) => {
    execFile(program, args, { cwd: folder, timeout: 600_000 }, (error) => (error ? reject(error) : resolve()));
  });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error('npm pack left no tarball');
  return join(folder, tarball);
}
