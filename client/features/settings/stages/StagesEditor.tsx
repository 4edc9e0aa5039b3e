import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { toast } from '../../../ui/toast.ts';
import { failureWords } from '../../api/failure-words.ts';
import { FormErrors } from '../../session/FormErrors.tsx';
import { UnsavedChanges } from '../UnsavedChanges.tsx';
import { useDraft } from '../use-draft.ts';
import { StageCard } from './StageCard.tsx';
import { StatusTray } from './StatusTray.tsx';
import { changeStages, type StagesChange, stageInputs, stagesDraft, unmapped } from './stages-draft.ts';

const stagesEditorFragment = graphql(`
  fragment StagesEditor_connection on JiraConnection {
    statuses {
      id
      name
      category
      deleted
    }
    stages {
      id
      name
      kind
      position
      wipLimit
      statuses {
        id
      }
    }
  }
`);

const updateStagesMutation = graphql(`
  mutation UpdateStages($input: UpdateStagesInput!) {
    updateStages(input: $input) {
      stages {
        id
        name
        kind
        position
        wipLimit
        statuses {
          id
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

/** Which statuses make up which stage. Nothing changes for the reports until it is saved. */
export function StagesEditor(props: { connection: FragmentType<typeof stagesEditorFragment> }) {
  const connection = readFragment(stagesEditorFragment, props.connection);
  const stages = useDraft(stagesDraft(connection.stages));
  const { draft, changed, undo, settle } = stages;
  const change = (one: StagesChange) => stages.change(changeStages(draft, one));
  const [, updateStages] = useMutation(updateStagesMutation);
  const [saving, setSaving] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const names = new Map(connection.statuses.map((status) => [status.id, status]));
  const loose = unmapped(connection.statuses, draft);

  async function save() {
    setSaving(true);
    const result = await updateStages({ input: { stages: stageInputs(draft) } });
    setSaving(false);
    const payload = result.data?.updateStages;
    if (!payload?.stages || payload.userErrors.length > 0) {
      const messages = payload?.userErrors.map((error) => error.message) ?? [];
      return setProblems(messages.length > 0 ? messages : [failureWords(result.error ?? { graphQLErrors: [] })]);
    }
    setProblems([]);
    settle(stagesDraft(payload.stages));
    toast.success('Stages saved', { description: 'Every report uses them from now on.' });
  }

  return (
    <Card
      title="Stages"
      description="The way work takes, first to last. Drag a status to another stage, or choose the stage beside it."
      actions={
        <>
          <Button size="small" disabled={!changed} onClick={undo}>
            Undo changes
          </Button>
          <Button
            look="primary"
            size="small"
            disabled={!changed}
            busy={saving && 'Saving…'}
            onClick={() => void save()}
          >
            Save stages
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <FormErrors messages={problems} />
        <StatusTray statuses={loose} stages={draft} onChange={change} />
        <ol aria-label="Stages in workflow order" className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
          {draft.map((stage, index) => (
            <li key={stage.draftKey} className="flex">
              <StageCard
                stage={stage}
                stages={draft}
                first={index === 0}
                last={index === draft.length - 1}
                statuses={stage.statusIds.flatMap((id) => names.get(id) ?? [])}
                onChange={change}
              />
            </li>
          ))}
        </ol>
        <Button onClick={() => change({ kind: 'add' })}>
          <Plus size={14} aria-hidden /> Add a stage
        </Button>
        <UnsavedChanges when={changed} what="the stages" />
      </div>
    </Card>
  );
}
