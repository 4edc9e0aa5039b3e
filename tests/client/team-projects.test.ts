import { describe, expect, it } from 'vitest';
import { offeredProjects, projectsWith } from '../../client/features/settings/teams/team-projects.ts';

const project = (id: string, name: string) => ({ id: `Project.c.${id}`, key: name.slice(0, 3).toUpperCase(), name });
const team = (id: string, name: string, saved: boolean, ...projects: ReturnType<typeof project>[]) => ({
  id: `Team.c.${id}`,
  name,
  saved,
  memberCount: 0,
  projects,
});
const teams = [
  team('t1', 'Platform', true, project('1', 'Core'), project('2', 'Billing')),
  team('3', 'Third', true, project('3', 'Web')),
  team('4', 'Mobile', false, project('4', 'Mobile')),
];
const offered = (teamId: string | null) =>
  offeredProjects(teams, teamId).map(({ name, takenBy, founding }) => [name, takenBy, founding]);

describe('The projects that a team is offered', () => {
  it('are all of them, by name; those of other saved teams with whose they are.', () => {
    expect(offered(null)).toEqual([
      ['Billing', 'Platform', false],
      ['Core', 'Platform', false],
      ['Mobile', null, false],
      ['Web', 'Third', false],
    ]);
    expect(offered('Team.c.t1')).toEqual([
      ['Billing', null, false],
      ['Core', null, false],
      ['Mobile', null, false],
      ['Web', 'Third', false],
    ]);
  });

  it('are one for good when the team began as it.', () => {
    expect(offered('Team.c.3').filter(([, , founding]) => founding)).toEqual([['Web', null, true]]);
    expect(offered('Team.c.4').filter(([, , founding]) => founding)).toEqual([['Mobile', null, true]]);
  });

  it('are found by words of name and key.', () => {
    const names = (text: string) => projectsWith(offeredProjects(teams, null), text).map(({ name }) => name);
    expect(names('MOB')).toEqual(['Mobile']);
    expect(names('')).toHaveLength(4);
    expect(names('core bil')).toEqual([]);
  });
});
