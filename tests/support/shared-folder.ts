import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A file of the folder of data that may lie beside the repository; null where it is absent. QS_SHARED names another folder. */
export function sharedFile(path: string): string | null {
  const folder = process.env.QS_SHARED ?? resolve(import.meta.dirname, '../../../shared');
  const file = join(folder, path);
  return existsSync(file) ? file : null;
}
