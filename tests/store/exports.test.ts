import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { aMonthAfter } from '../../server/store/erasure/new-request.ts';
import { writeCsv } from '../../server/store/exports/csv.ts';
import { writeZip } from '../../server/store/exports/zip.ts';

describe('a ZIP archive', () => {
  it('is read by the programs that people have.', async () => {
    const files = {
      'empty.csv': Buffer.alloc(0),
      'größe.json': Buffer.from('"ein Maß"'.repeat(10_000)),
      'noise.bin': Buffer.from(Array.from({ length: 70_000 }, (_, place) => (place * 7_919) % 251)),
    };
    const folder = await mkdtemp(join(tmpdir(), 'zip-'));
    const path = join(folder, 'a.zip');
    try {
      const listed = Object.entries(files).map(([name, content]) => ({ name, content }));
      await writeFile(path, writeZip(listed, new Date('2026-11-26T07:15:30Z')));
      const script =
        'import base64, json, sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps([[i.filename, list(i.date_time), base64.b64encode(z.read(i)).decode()] for i in z.infolist()]))';
      const { stdout } = await promisify(execFile)('python3', ['-c', script, path], { maxBuffer: 1 << 24 });
      const moment = [2026, 11, 26, 7, 15, 30];
      expect(JSON.parse(stdout)).toEqual(listed.map(({ name, content }) => [name, moment, content.toString('base64')]));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('CSV', () => {
  it('has a column for every field, quotes what has to be, and lets no cell be a formula.', () => {
    const rows = [
      { a: '=1+1', b: -5, c: 'say "x", y' },
      { a: '+49', b: null, d: new Date(0), e: ['-x'] },
      { a: '@me', c: '-', e: { f: 1 } },
    ];
    expect(writeCsv(rows).split('\r\n')).toEqual([
      'a,b,c,d,e',
      `'=1+1,-5,"say ""x"", y",,`,
      `'+49,,,1970-01-01T00:00:00.000Z,"[""-x""]"`,
      `'@me,,'-,,"{""f"":1}"`,
      '',
    ]);
  });
});

describe('a month later', () => {
  it('is the same day, or the last one of a shorter month.', () => {
    expect(aMonthAfter(new Date('2026-03-05T10:00:00Z'))).toEqual(new Date('2026-04-05T10:00:00Z'));
    expect(aMonthAfter(new Date('2026-01-31T10:00:00Z'))).toEqual(new Date('2026-02-28T10:00:00Z'));
    expect(aMonthAfter(new Date('2026-12-31T10:00:00Z'))).toEqual(new Date('2027-01-31T10:00:00Z'));
  });
});
