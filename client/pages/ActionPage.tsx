import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { ActionAim } from '../features/actions/action/ActionAim.tsx';
import { ActionFacts } from '../features/actions/action/ActionFacts.tsx';
import { ActionOutcome } from '../features/actions/action/ActionOutcome.tsx';
import { ActionSeries } from '../features/actions/action/ActionSeries.tsx';
import { ActionSkeleton } from '../features/actions/action/ActionSkeleton.tsx';
import { ActionSteps } from '../features/actions/action/ActionSteps.tsx';
import { boardPath } from '../features/actions/actions-view.ts';
import { metricFormats } from '../features/actions/metric-words.ts';
import { failureWords } from '../features/api/failure-words.ts';
import { usePageQuery } from '../features/sync/freshness.ts';
import { graphql } from '../gql/index.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { useFormats } from '../ui/FormatProvider.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Refreshing } from '../ui/Refreshing.tsx';

const actionQuery = graphql(`
  query ActionPage($id: ID!) {
    viewer {
      id
      settings {
        costModel {
          currency
        }
      }
      jiraConnection {
        id
        action(id: $id) {
          id
          title
          ...ActionSteps_action
          ...ActionFacts_action
          ...ActionAim_action
          ...ActionSeries_action
          ...ActionOutcome_action
        }
      }
    }
  }
`);

/** One action: what it is to move, how that went, and whether it helped. */
export function ActionPage() {
  const { id = '' } = useParams();
  const formats = useFormats();
  const [asked, reload] = usePageQuery({ query: actionQuery, variables: { id } });
  const viewer = asked.data?.viewer;
  const action = viewer?.jiraConnection?.action;
  // While another action is being asked for, the answer is still the last one's.
  const shown = action?.id === id ? action : null;
  const currency = viewer?.settings.costModel.currency;
  const words = useMemo(() => metricFormats(formats, currency ?? 'EUR'), [formats, currency]);
  const isMissing = viewer?.jiraConnection && !action && !asked.fetching && !asked.stale;

  return (
    <>
      <nav aria-label="Breadcrumb" className="mb-1 text-xs text-ink-muted">
        <Link to={boardPath} className="hover:text-ink hover:underline">
          Actions
        </Link>{' '}
        <span aria-hidden>›</span> Action
      </nav>
      <PageTitle title={shown?.title ?? (isMissing ? 'No such action' : 'Action')} />
      {shown && asked.error && <Banner>{failureWords(asked.error)} What you see may be out of date.</Banner>}
      {shown ? (
        <Refreshing busy={asked.fetching}>
          <ActionSteps action={shown} />
          <ActionOutcome action={shown} words={words} />
          <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
            <ActionFacts action={shown} />
            <ActionAim action={shown} words={words} />
          </div>
          <ActionSeries action={shown} words={words} />
        </Refreshing>
      ) : isMissing ? (
        <EmptyState
          title="There is no such action"
          text="It may have been made with another Jira, and gone with it."
          action={
            <Button asChild>
              <Link to={boardPath}>See the board</Link>
            </Button>
          }
        />
      ) : asked.error ? (
        <FailureState words={failureWords(asked.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
      ) : (
        <ActionSkeleton />
      )}
    </>
  );
}
