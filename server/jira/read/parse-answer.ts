import type { z } from 'zod';
import { SourceError } from '../../sync/source.ts';

/** Reads an answer's outer shape. Throws SourceError MALFORMED, naming the request and never the content. */
export function parseAnswer<T extends z.ZodType>(schema: T, value: unknown, name: string): z.output<T> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new SourceError('MALFORMED', `Jira's answer to "${name}" is not what its API promises.`, {
    cause: new Error(read.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; ')),
  });
}
