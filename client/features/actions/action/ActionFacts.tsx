import { Pencil } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { editableOf } from './action-edit.ts';

const EditForm = lazy(() => import('./EditForm.tsx').then((module) => ({ default: module.EditForm })));

const factsFragment = graphql(`
  fragment ActionFacts_action on Action {
    id
    version
    title
    note
    dueOn
    reviewOn
    createdAt
    begunAt
    dismissReason
    recommendationRule
    owner {
      id
      displayName
    }
  }
`);

/** What it says, who sees to it and by when; edited in its place. */
export function ActionFacts(props: { action: FragmentType<typeof factsFragment> }) {
  const action = readFragment(factsFragment, props.action);
  const formats = useFormats();
  const [isEditing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);

  function close() {
    setEditing(false);
    // The button is drawn again with what was saved.
    requestAnimationFrame(() => edit.current?.focus());
  }

  if (isEditing) {
    return (
      <Card title="Edit the action">
        <Suspense fallback={<p role="status">Loading the form…</p>}>
          <EditForm id={action.id} version={action.version} saved={editableOf(action)} onClose={close} />
        </Suspense>
      </Card>
    );
  }
  return (
    <Card
      title="What is to be done"
      actions={
        <Button ref={edit} size="small" onClick={() => setEditing(true)}>
          <Pencil size={14} aria-hidden /> Edit
        </Button>
      }
    >
      {action.note ? (
        <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{action.note}</p>
      ) : (
        <p className="text-ink-muted">No note.</p>
      )}
      {action.dismissReason && (
        <p className="mt-3 max-w-prose wrap-anywhere">
          <span className="font-medium">Dismissed because:</span> {action.dismissReason}
        </p>
      )}
      <dl className="mt-4 grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3">
        <Fact name="Owner">{action.owner?.displayName ?? 'Nobody yet'}</Fact>
        <Fact name="To be done by">{action.dueOn ? formats.date(action.dueOn) : 'no day set'}</Fact>
        <Fact name="Review on">{formats.date(action.reviewOn)}</Fact>
        <Fact name="Made on">{formats.date(action.createdAt)}</Fact>
        <Fact name="Begun on">{action.begunAt ? formats.date(action.begunAt) : 'not yet'}</Fact>
        <Fact name="Comes from">
          {action.recommendationRule ? `a recommendation (${action.recommendationRule})` : 'your own idea'}
        </Fact>
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-ink-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
