import { z } from 'zod';

const shape = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
  SANDBOX_DATA: z.string().min(1).optional(),
  SANDBOX_STATE: z.string().min(1).optional(),
});

export interface SandboxEnvironment {
  readonly port: number;
  readonly dataFile: string | undefined;
  readonly stateFolder: string | undefined;
}

/** Reads the environment of the process; an empty variable counts as absent. Throws one Error that names all that is wrong. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): SandboxEnvironment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The sandbox cannot start with this environment. ${problems.join('; ')}`);
  }
  const { SANDBOX_PORT: port, SANDBOX_DATA: dataFile, SANDBOX_STATE: stateFolder } = parsed.data;
  return { port, dataFile, stateFolder };
}
