import { Check } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ActionState } from '../../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cn } from '../../../ui/cn.ts';
import { toast } from '../../../ui/toast.ts';
import { columnStates } from '../board/board-columns.ts';
import { stateWords } from '../state-words.ts';
import { useChangeAction } from '../use-change-action.ts';
import { useReview } from '../use-review.ts';

const DismissDialog = lazy(() => import('../DismissDialog.tsx').then((module) => ({ default: module.DismissDialog })));

const stepsFragment = graphql(`
  fragment ActionSteps_action on Action {
    id
    title
    version
    state
    nextStates
    due
  }
`);

/** Where it stands on its way, and where it can go from here. */
export function ActionSteps(props: { action: FragmentType<typeof stepsFragment> }) {
  const action = readFragment(stepsFragment, props.action);
  const { id, title, version, state, nextStates, due } = action;
  const changeAction = useChangeAction();
  const { review, reviewing } = useReview();
  const [going, setGoing] = useState<ActionState | null>(null);
  const [isDismissing, setDismissing] = useState(false);

  async function go(to: ActionState) {
    if (to === 'DISMISSED') return setDismissing(true);
    setGoing(to);
    const result = await changeAction({ id, version, state: to });
    setGoing(null);
    if (result.outcome === 'done')
      return toast.success(`In ${stateWords[to].name} now`, {
        description: to === 'IN_PROGRESS' ? 'What is started from tomorrow on is measured as “after”.' : title,
      });
    if (result.outcome === 'refused') return toast.error(result.errors[0]?.message);
    toast.error('This action has been changed meanwhile', {
      description: `${result.now ? `It is in ${stateWords[result.now.state].name} now, and` : 'It'} has not been moved.`,
    });
  }

  return (
    <section aria-label="Where it stands" className="flex flex-wrap items-center justify-between gap-3">
      <StateTrail state={state} />
      <span className="flex flex-wrap items-center gap-2">
        {due && <Badge tone="warn">Review due</Badge>}
        {nextStates.map((next) => (
          <Button
            key={next}
            look={next === 'DISMISSED' ? 'ghost' : 'primary'}
            busy={going === next && 'Moving…'}
            onClick={() => void go(next)}
          >
            {stateWords[next].step}
          </Button>
        ))}
        {(state === 'DONE' || state === 'REVIEWED') && (
          <Button
            look={due || state === 'DONE' ? 'primary' : 'secondary'}
            busy={reviewing === id && 'Reviewing…'}
            onClick={() => void review(id)}
          >
            {state === 'DONE' || due ? 'Review now' : 'Review again'}
          </Button>
        )}
      </span>
      <Suspense fallback={null}>
        {isDismissing && (
          <DismissDialog
            action={action}
            onClose={() => setDismissing(false)}
            onDismissed={() => {
              setDismissing(false);
              toast.success('Dismissed', { description: title });
            }}
          />
        )}
      </Suspense>
    </section>
  );
}

/** The places of the board in order, up to where it stands. */
function StateTrail({ state }: { state: ActionState }) {
  if (state === 'DISMISSED') return <Badge>{stateWords.DISMISSED.name}</Badge>;
  const place = columnStates.indexOf(state);
  return (
    <ol aria-label="Its way" className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
      {columnStates.map((one, index) => (
        <li
          key={one}
          aria-current={one === state ? 'step' : undefined}
          className={cn(
            'flex items-center gap-1 rounded-full border px-2 py-0.5',
            index < place && 'border-line text-ink-soft',
            index === place && 'border-accent bg-accent-soft font-medium text-accent-text',
            index > place && 'border-dashed border-line text-ink-muted',
          )}
        >
          {index < place && <Check size={12} aria-label="past" />} {stateWords[one].name}
        </li>
      ))}
    </ol>
  );
}
