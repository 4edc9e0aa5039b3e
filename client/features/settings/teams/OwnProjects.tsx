import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import type { ListedTeam } from './team-projects.ts';

/** Rows at first: some Jiras have hundreds of projects. */
const shownAtFirst = 30;

interface OwnProjectsProps {
  teams: readonly ListedTeam[];
  onEdit: (team: ListedTeam) => void;
}

/** The projects that no saved team has: each counts as a team, called as the project is. */
export function OwnProjects({ teams, onEdit }: OwnProjectsProps) {
  const [all, setAll] = useState(false);
  if (teams.length === 0) return null;
  const shown = all ? teams : teams.slice(0, shownAtFirst);
  return (
    <Card
      title="Projects that are teams of their own"
      description="No team above has them, so each counts as a team by itself."
    >
      <ul aria-label="Projects that are teams of their own" className="grid gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
        {shown.map((team) => (
          <li key={team.id} className="flex items-center justify-between gap-3 border-b border-line py-1.5">
            <span className="min-w-0">
              {team.name} <span className="text-xs text-ink-muted">{team.projects[0]?.key}</span>
            </span>
            <Button size="small" aria-label={`Make a team of ${team.name}`} onClick={() => onEdit(team)}>
              Make a team
            </Button>
          </li>
        ))}
      </ul>
      {shown.length < teams.length && (
        <Button size="small" className="mt-3" onClick={() => setAll(true)}>
          Show all {teams.length}
        </Button>
      )}
    </Card>
  );
}
