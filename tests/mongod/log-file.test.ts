import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LogFile } from '../../server/mongod/log-file.ts';
import { scratchFolder } from './scratch-folder.ts';

it('The log starts empty at each start, and the one before it is kept.', () => {
  const path = join(scratchFolder(), 'mongod.log');
  writeFileSync(path, 'yesterday\n');
  const log = new LogFile(path);
  log.write('today');
  log.close();
  expect(readFileSync(path, 'utf8')).toBe('today\n');
  expect(readFileSync(`${path}.previous`, 'utf8')).toBe('yesterday\n');
});

it('A log that is full gives way to the next.', () => {
  const path = join(scratchFolder(), 'mongod.log');
  const log = new LogFile(path, 10);
  for (const line of ['the first line', 'the second line', 'the third line']) log.write(line);
  log.close();
  expect(readFileSync(path, 'utf8')).toBe('the third line\n');
});
