export interface ListedProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export interface ListedTeam {
  readonly id: string;
  readonly name: string;
  readonly saved: boolean;
  readonly memberCount: number;
  readonly projects: readonly ListedProject[];
}

/** A project as the editor of a team offers it. */
export interface OfferedProject extends ListedProject {
  /** The other saved team that has it; null when it can be chosen. */
  readonly takenBy: string | null;
  /** The team began as this project, and keeps it. */
  readonly founding: boolean;
}

/** Every project, by name, as it looks from one team; from a new one when `teamId` is null. Each stands in one team. */
export function offeredProjects(teams: readonly ListedTeam[], teamId: string | null): readonly OfferedProject[] {
  return teams
    .flatMap((team) =>
      team.projects.map((project) => ({
        ...project,
        takenBy: team.saved && team.id !== teamId ? team.name : null,
        founding: teamId !== null && nativePart(teamId) === nativePart(project.id),
      })),
    )
    .sort((a, b) => a.name.localeCompare(b.name) || a.key.localeCompare(b.key));
}

/** Ids say their type first; a team that began as a project has the project's own after that. */
const nativePart = (id: string): string => id.slice(id.indexOf('.'));

/** Those whose name or key has every word. */
export function projectsWith<P extends ListedProject>(projects: readonly P[], text: string): readonly P[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return projects.filter(({ key, name }) => words.every((word) => `${key} ${name}`.toLowerCase().includes(word)));
}
