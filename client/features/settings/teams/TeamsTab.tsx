import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { DeleteTeamButton } from './DeleteTeamButton.tsx';
import { OwnProjects } from './OwnProjects.tsx';
import { TeamDialog } from './TeamDialog.tsx';
import type { ListedTeam } from './team-projects.ts';

const teamsTabFragment = graphql(`
  fragment TeamsTab_connection on JiraConnection {
    teams {
      id
      name
      saved
      memberCount
      projects {
        id
        key
        name
      }
    }
  }
`);

/** Who works on what: the saved teams, and the projects that are teams of their own. */
export function TeamsTab(props: { connection: FragmentType<typeof teamsTabFragment> }) {
  const { teams } = readFragment(teamsTabFragment, props.connection);
  const [editing, setEditing] = useState<ListedTeam | 'new' | null>(null);
  const adding = useRef<HTMLButtonElement>(null);
  const opened = useRef(false);

  // The button that opened the dialog may be gone with the row it stood in: focus must not get lost with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is other teams that take rows away
  useEffect(() => {
    if (opened.current && document.activeElement === document.body) adding.current?.focus();
  }, [teams]);

  function edit(team: ListedTeam | 'new') {
    opened.current = true;
    setEditing(team);
  }

  const saved = teams.filter((team) => team.saved);
  const own = teams.filter((team) => !team.saved);

  return (
    <div className="space-y-4">
      <Card
        title="Teams"
        description="A project belongs to one team. Reports can be narrowed to teams, and compare them."
        actions={
          <Button ref={adding} look="primary" size="small" onClick={() => edit('new')}>
            <Plus size={14} aria-hidden /> New team
          </Button>
        }
      >
        {saved.length === 0 ? (
          <EmptyState title="No teams yet" text="Each project is a team of its own until you put some together." />
        ) : (
          <ul aria-label="Teams" className="divide-y divide-line">
            {saved.map((team) => (
              <li key={team.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-2.5">
                <div className="min-w-0 flex-1 basis-56 space-y-1">
                  <h3 className="font-medium">{team.name}</h3>
                  <p className="flex flex-wrap items-center gap-1">
                    {team.projects.length === 0 && <span className="text-xs text-ink-muted">No projects</span>}
                    {team.projects.map((project) => (
                      <Badge key={project.id} className="whitespace-normal">
                        {project.name}
                      </Badge>
                    ))}
                  </p>
                  <p className="text-xs text-ink-muted">
                    {team.memberCount === 1 ? '1 member' : `${team.memberCount} members`}
                  </p>
                </div>
                <div className="flex gap-2">
                  <Button size="small" aria-label={`Edit ${team.name}`} onClick={() => edit(team)}>
                    Edit
                  </Button>
                  <DeleteTeamButton team={team} onGone={() => adding.current?.focus()} />
                </div>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <OwnProjects teams={own} onEdit={edit} />
      <TeamDialog editing={editing} teams={teams} onClose={() => setEditing(null)} />
    </div>
  );
}
