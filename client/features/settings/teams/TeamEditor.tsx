import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { toast } from '../../../ui/toast.ts';
import { failureWords } from '../../api/failure-words.ts';
import { noErrors, sortErrors } from '../../api/user-errors.ts';
import { FormErrors } from '../../session/FormErrors.tsx';
import { MemberPicker } from './MemberPicker.tsx';
import { ProjectPicker } from './ProjectPicker.tsx';
import { type ListedTeam, offeredProjects } from './team-projects.ts';
import { type Member, useTeamMembers } from './use-team-members.ts';

const saveTeamMutation = graphql(`
  mutation SaveTeam($input: SaveTeamInput!) {
    saveTeam(input: $input) {
      team {
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
      userErrors {
        code
        message
        field
      }
    }
  }
`);

interface TeamEditorProps {
  /** The team to change; null for a new one. */
  team: ListedTeam | null;
  teams: readonly ListedTeam[];
  /** Told whenever there is, or is no longer, something that is not saved. */
  onChanged: (changed: boolean) => void;
  /** After a save, or when it is given up. */
  onClose: () => void;
}

/** A team as it shall be: its name, its projects, its members. */
export function TeamEditor({ team, teams, onChanged, onClose }: TeamEditorProps) {
  const [, saveTeam] = useMutation(saveTeamMutation);
  const present = useTeamMembers(team?.id ?? null, team?.memberCount ?? 0);
  const [name, setName] = useState(team?.name ?? '');
  const [projectIds, setProjectIds] = useState<readonly string[]>(team?.projects.map(({ id }) => id) ?? []);
  /** Null while nobody has touched them: then they stay as they are. */
  const [members, setMembers] = useState<readonly Member[] | null>(null);
  const [saving, setSaving] = useState(false);
  const [errors, setErrors] = useState(noErrors);

  const touched =
    <T,>(set: (next: T) => void, part: string) =>
    (next: T) => {
      set(next);
      onChanged(true);
      setErrors(({ byField }) => ({
        byField: Object.fromEntries(Object.entries(byField).filter(([one]) => one !== part)),
        form: [],
      }));
    };

  async function save() {
    setSaving(true);
    const result = await saveTeam({
      input: {
        ...(team && { id: team.id }),
        name,
        projectIds: [...projectIds],
        ...(members && { memberIds: members.map(({ id }) => id) }),
      },
    });
    setSaving(false);
    const payload = result.data?.saveTeam;
    if (payload?.team) {
      toast.success(`${payload.team.name} saved`, { description: 'Every report uses it from now on.' });
      return onClose();
    }
    const told = payload?.userErrors ?? [];
    setErrors(
      told.length > 0
        ? sortErrors(told, ['name', 'projectIds', 'memberIds'])
        : { byField: {}, form: [failureWords(result.error ?? { graphQLErrors: [] })] },
    );
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!saving) void save();
  }

  return (
    <form noValidate onSubmit={onSubmit} className="space-y-4">
      <FormErrors messages={errors.form} />
      <Field
        label="Name"
        required
        maxLength={100}
        value={name}
        error={errors.byField.name}
        onChange={(event) => touched(setName, 'name')(event.target.value)}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <ProjectPicker
          projects={offeredProjects(teams, team?.id ?? null)}
          chosen={projectIds}
          error={errors.byField.projectIds}
          onChange={touched(setProjectIds, 'projectIds')}
        />
        {present.state === 'here' ? (
          <MemberPicker
            members={members ?? present.members}
            error={errors.byField.memberIds}
            onChange={touched(setMembers, 'memberIds')}
          />
        ) : (
          <div className="min-h-64">
            <p className="font-medium">Members</p>
            <p role={present.state === 'failed' ? 'alert' : 'status'} className="text-ink-muted">
              {present.state === 'failed'
                ? `The members stay as they are: ${present.words}`
                : `Loading members: ${present.done} of ${present.total}…`}
            </p>
          </div>
        )}
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary" busy={saving && 'Saving…'}>
          Save team
        </Button>
      </div>
    </form>
  );
}
