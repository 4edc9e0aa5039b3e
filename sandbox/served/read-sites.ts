import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { SandboxFileError } from './sandbox-file-error.ts';
import { type ReadIssue, type ReadSite, sandboxFile, sandboxIssue } from './sandbox-site.ts';

/** Reads SANDBOX_DATA: a .json file of sites, or a .jsonl file with one issue a line, which makes one site. */
export function readSites(path: string): ReadSite[] {
  try {
    const text = readFileSync(path, 'utf8');
    if (!path.endsWith('.jsonl')) return sandboxFile.parse(JSON.parse(text)).sites;
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const issues = lines.map((line) => sandboxIssue.parse(JSON.parse(line)));
    return [oneSite(basename(path, '.jsonl'), issues)];
  } catch (cause) {
    throw new SandboxFileError(`SANDBOX_DATA: cannot serve ${path}: ${reason(cause)}`, { cause });
  }
}

function reason(cause: unknown): string {
  if (cause instanceof z.ZodError) return z.prettifyError(cause).split('\n').slice(0, 12).join('\n');
  return cause instanceof Error ? cause.message : String(cause);
}

function oneSite(name: string, issues: ReadIssue[]): ReadSite {
  return { id: '0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9', name, url: 'https://served-file.atlassian.net', issues };
}
