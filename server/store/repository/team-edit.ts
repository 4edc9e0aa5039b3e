import { randomUUID } from 'node:crypto';
import type { Project } from '../../domain/project.ts';
import type { Team } from '../../domain/team.ts';
import { done, type Outcome, refused, type UserError } from '../../domain/user-error.ts';

/** A team as the viewer describes it; without an id it is a new one, without members it keeps those it has. */
export interface TeamEdit {
  readonly id: string | null;
  readonly name: string;
  readonly projectIds: readonly string[];
  readonly memberIds: readonly string[] | null;
}

/** What a team is checked against. */
export interface TeamSurroundings {
  readonly saved: readonly Team[];
  readonly projects: readonly Project[];
  /** Those of the named members that are people of this Jira. */
  readonly knownPeople: ReadonlySet<string>;
}

/** Members of one team. */
export const mostMembers = 2_000;
/** The connection's row holds all of it, and is read with every request. */
const most = { teams: 200, projects: 500, membersOfAllTeams: 10_000 } as const;
const count = (number: number): string => number.toLocaleString('en');

/** The saved teams with one of them added or replaced, and that one. */
export interface SavedTeams {
  readonly teams: readonly Team[];
  readonly team: Team;
}

/**
 * The teams after one has been saved, or why not.
 *
 * A project belongs to one team: one that another saved team has is refused, never moved. A project that no saved team
 * names is a team of its own under the project's id; saving under that id makes it a saved one, which keeps the id and
 * therefore the project, or else the project would become a second team with the same id.
 * A name is unique, without case, among the teams one then sees: the saved ones and the projects on their own.
 */
export function editTeam(edit: TeamEdit, { saved, projects, knownPeople }: TeamSurroundings): Outcome<SavedTeams> {
  const present = edit.id === null ? null : (saved.find((team) => team.id === edit.id) ?? null);
  const named = new Set(saved.flatMap((team) => team.projectIds));
  const own = projects.find((project) => project.id === edit.id && !named.has(project.id)) ?? null;
  if (edit.id !== null && !present && !own) return refused('NOT_FOUND', 'There is no such team.', ['input', 'id']);
  if (!present && saved.length >= most.teams)
    return refused('INVALID', `There can be ${count(most.teams)} teams.`, ['input']);

  const errors: UserError[] = [];
  const refuse = (message: string, ...field: string[]): void => {
    errors.push({ code: 'INVALID', message, field: ['input', ...field] });
  };
  const others = saved.filter((team) => team !== present);
  const id = present?.id ?? own?.id ?? randomUUID();
  const projectIds = projectsOf(edit, id, present, others, projects, refuse);
  const memberIds = membersOf(edit, present, others, knownPeople, refuse);
  const name = edit.name.trim().normalize('NFC');
  if (name === '' || name.length > 100) refuse('A team needs a name of up to 100 characters.', 'name');
  const taken = new Set([...others.flatMap((team) => team.projectIds), ...projectIds]);
  const namesake =
    others.find((team) => sameName(team.name, name)) ??
    projects.find((project) => !taken.has(project.id) && sameName(project.name, name));
  if (namesake) refuse(`There is a team called "${namesake.name}" already.`, 'name');
  if (errors.length > 0) return { ok: false, errors };

  const team = { id, name, projectIds, memberIds };
  return done({ team, teams: present ? saved.map((one) => (one === present ? team : one)) : [...saved, team] });
}

/** The saved teams without one; NOT_FOUND for an id that is none of theirs. Its projects become teams of their own. */
export function removeTeam(id: string, saved: readonly Team[]): Outcome<Team[]> {
  const rest = saved.filter((team) => team.id !== id);
  return rest.length < saved.length ? done(rest) : refused('NOT_FOUND', 'There is no such saved team.', ['id']);
}

type Refuse = (message: string, ...field: string[]) => void;

function projectsOf(
  edit: TeamEdit,
  id: string,
  present: Team | null,
  others: readonly Team[],
  projects: readonly Project[],
  refuse: Refuse,
): string[] {
  const known = new Map(projects.map((project) => [project.id, project]));
  const holder = new Map(others.flatMap((team) => team.projectIds.map((projectId) => [projectId, team] as const)));
  const wanted = new Set(edit.projectIds);
  // What is out of sight at present could not be shown, and so cannot be meant to go.
  const unseen = present?.projectIds.filter((projectId) => !known.has(projectId)) ?? [];
  if (wanted.size + unseen.length > most.projects)
    refuse(`A team can have ${count(most.projects)} projects.`, 'projectIds');
  for (const projectId of wanted) {
    const place = String(edit.projectIds.indexOf(projectId));
    const project = known.get(projectId);
    const other = holder.get(projectId);
    if (!project) refuse('There is no such project.', 'projectIds', place);
    else if (other)
      refuse(`${project.name} belongs to the team "${other.name}". Take it out there first.`, 'projectIds', place);
  }
  const founding = known.get(id);
  if (founding && !wanted.has(id))
    refuse(`This team began as ${founding.name} and keeps it. Delete the team to let the project go.`, 'projectIds');
  return [...wanted, ...unseen];
}

function membersOf(
  edit: TeamEdit,
  present: Team | null,
  others: readonly Team[],
  knownPeople: ReadonlySet<string>,
  refuse: Refuse,
): readonly string[] {
  if (edit.memberIds === null) return present?.memberIds ?? [];
  const wanted = [...new Set(edit.memberIds)];
  const elsewhere = others.reduce((sum, team) => sum + team.memberIds.length, 0);
  if (wanted.length > mostMembers) refuse(`A team can have ${count(mostMembers)} members.`, 'memberIds');
  else if (wanted.length + elsewhere > most.membersOfAllTeams)
    refuse(`All teams together can have ${count(most.membersOfAllTeams)} members.`, 'memberIds');
  else
    for (const memberId of wanted)
      if (!knownPeople.has(memberId))
        refuse('There is no such person.', 'memberIds', String(edit.memberIds.indexOf(memberId)));
  return wanted;
}

const sameName = (one: string, other: string): boolean =>
  one.trim().normalize('NFC').toLowerCase() === other.toLowerCase();
