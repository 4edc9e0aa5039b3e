import { useId, useState } from 'react';
import { Badge } from '../../../ui/Badge.tsx';
import { Input } from '../../../ui/Input.tsx';
import { type OfferedProject, projectsWith } from './team-projects.ts';

interface ProjectPickerProps {
  projects: readonly OfferedProject[];
  chosen: readonly string[];
  error: string | undefined;
  onChange: (chosen: readonly string[]) => void;
}

/** Rows from which a list is searched rather than read. */
const manyProjects = 8;

/** The projects of a team. Those of other teams are shown with whose they are, and cannot be taken. */
export function ProjectPicker({ projects, chosen, error, onChange }: ProjectPickerProps) {
  const id = useId();
  const [text, setText] = useState('');
  const shown = projectsWith(projects, text);
  const toggle = (projectId: string, on: boolean) =>
    onChange(on ? [...chosen, projectId] : chosen.filter((one) => one !== projectId));

  return (
    <fieldset className="min-w-0 space-y-2" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="font-medium">
        Projects <span className="font-normal text-ink-muted">{chosen.length} chosen</span>
      </legend>
      {projects.length > manyProjects && (
        <Input
          type="search"
          aria-label="Find a project"
          placeholder="Find a project"
          className="h-8"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <ul className="max-h-56 overflow-y-auto rounded-md border border-line py-1">
        {shown.map((project) => (
          <li key={project.id}>
            <label className="flex flex-wrap items-center gap-x-2 px-2.5 py-1 hover:bg-sunken">
              <input
                type="checkbox"
                className="size-4 accent-(--accent)"
                disabled={project.takenBy !== null || project.founding}
                checked={chosen.includes(project.id)}
                onChange={(event) => toggle(project.id, event.target.checked)}
              />
              <span className={project.takenBy === null ? undefined : 'text-ink-muted'}>{project.name}</span>
              <span className="text-xs text-ink-muted">{project.key}</span>
              {project.takenBy !== null && <Badge>in {project.takenBy}</Badge>}
              {project.founding && <Badge>began as this team</Badge>}
            </label>
          </li>
        ))}
        {shown.length === 0 && <li className="px-2.5 py-1 text-ink-muted">Nothing found</li>}
      </ul>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-xs font-medium text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
