import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const shape = z.object({ anchor: z.number(), seed: z.number() });

/** The moment (ms) up to which the generated past reaches: fixed at the first start and kept, so that a restart shows the same world. */
export function keepAnchor(folder: string | undefined, now: number, seed: number): { anchor: number; seed: number } {
  if (folder === undefined) return { anchor: now, seed };
  const path = join(folder, 'anchor.json');
  if (existsSync(path)) return shape.parse(JSON.parse(readFileSync(path, 'utf8')));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify({ anchor: now, seed }));
  renameSync(`${path}.new`, path);
  return { anchor: now, seed };
}
