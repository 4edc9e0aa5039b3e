import { crc32, deflateRawSync } from 'node:zlib';

export interface ArchivedFile {
  readonly name: string;
  readonly content: Buffer;
}

const deflated = 8;
const utf8Names = 0x0800;
const needsVersion = 20;
const most = 0xffff_ffff;

/** A ZIP archive (PKWARE's APPNOTE 6.3): deflated, names in UTF-8. Throws for more than 65,534 files or 4 GiB. */
export function writeZip(files: readonly ArchivedFile[], at: Date): Buffer {
  if (files.length >= 0xffff) throw new Error('too many files for a ZIP archive');
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const path = Buffer.from(name);
    const packed = deflateRawSync(content);
    const facts = factsOf(path, content, packed, at);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(0x0403_4b50);
    parts.push(local, facts, path, packed);
    directory.push(entryOf(facts, offset), path);
    offset += local.length + facts.length + path.length + packed.length;
    if (offset > most || content.length > most) throw new Error('too much for a ZIP archive');
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...parts, listed, endOf(files.length, listed.length, offset)]);
}

/** What a file's own header and its place in the directory both say of it. */
function factsOf(path: Buffer, content: Buffer, packed: Buffer, at: Date): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(needsVersion, 0);
  facts.writeUInt16LE(utf8Names, 2);
  facts.writeUInt16LE(deflated, 4);
  facts.writeUInt16LE(timeOf(at), 6);
  facts.writeUInt16LE(dayOf(at), 8);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(path.length, 22);
  return facts;
}

function entryOf(facts: Buffer, offset: number): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt32LE(0x0201_4b50, 0);
  head.writeUInt16LE(needsVersion, 4);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([head, facts, rest]);
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

const timeOf = (at: Date): number => (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
const dayOf = (at: Date): number =>
  (Math.max(0, at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
