import { z } from 'zod';
import type { Project } from '../../domain/project.ts';
import { nativeId, nonEmpty, orNull } from './text.ts';

export const projectShape = z.object({
  id: nativeId,
  key: nonEmpty(255),
  name: orNull(nonEmpty(255)),
  archived: z.boolean().catch(false).default(false),
});

/** A project of the catalog or of an issue; null for what is none. Issues do not say that a project is archived. */
export function readProject(value: unknown): Project | null {
  const read = projectShape.safeParse(value);
  if (!read.success) return null;
  const { name, ...project } = read.data;
  return { ...project, name: name ?? project.key };
}
