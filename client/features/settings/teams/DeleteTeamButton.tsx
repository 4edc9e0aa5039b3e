import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Modal } from '../../../ui/Modal.tsx';
import { toast } from '../../../ui/toast.ts';
import { failureWords } from '../../api/failure-words.ts';
import { FormErrors } from '../../session/FormErrors.tsx';
import type { ListedTeam } from './team-projects.ts';

const deleteTeamMutation = graphql(`
  mutation DeleteTeam($id: ID!) {
    deleteTeam(id: $id) {
      ok
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** Asks once, then lets the team go. */
export function DeleteTeamButton({ team, onGone }: { team: ListedTeam; onGone: () => void }) {
  const [, deleteTeam] = useMutation(deleteTeamMutation);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const projects = team.projects.map((project) => project.name).join(', ');

  async function remove() {
    setBusy(true);
    const result = await deleteTeam({ id: team.id });
    setBusy(false);
    const payload = result.data?.deleteTeam;
    if (!payload?.ok)
      return setProblems([payload?.userErrors[0]?.message ?? failureWords(result.error ?? { graphQLErrors: [] })]);
    setAsking(false);
    toast.success(`${team.name} deleted`);
    onGone();
  }

  return (
    <>
      <Button
        look="danger"
        size="small"
        aria-label={`Delete ${team.name}`}
        onClick={() => {
          setProblems([]);
          setAsking(true);
        }}
      >
        Delete
      </Button>
      <Modal
        open={asking}
        onOpenChange={setAsking}
        title={`Delete the team ${team.name}?`}
        description={
          team.projects.length === 0
            ? 'It has no projects. Nothing changes in Jira.'
            : `Each of its projects becomes a team of its own: ${projects}. Nothing changes in Jira.`
        }
      >
        <FormErrors messages={problems} />
        <div className="mt-3 flex flex-wrap justify-end gap-2">
          <Button onClick={() => setAsking(false)}>Keep it</Button>
          <Button look="danger" busy={busy && 'Deleting…'} onClick={() => void remove()}>
            Delete team
          </Button>
        </div>
      </Modal>
    </>
  );
}
