import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { graphql } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { FailureState } from '../../ui/FailureState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import { failureWords } from '../api/failure-words.ts';
import { useSessionKeeper } from '../session/SessionProvider.tsx';
import { ConnectJiraButton } from './ConnectJiraButton.tsx';
import { DisconnectButton } from './DisconnectButton.tsx';

const sitesQuery = graphql(`
  query SiteChoice {
    viewer {
      id
      jiraConnection {
        id
        availableSites {
          cloudId
          name
          url
        }
      }
    }
  }
`);

const chooseMutation = graphql(`
  mutation ChooseJiraSite($cloudId: ID!) {
    chooseJiraSite(cloudId: $cloudId) {
      jiraConnection {
        id
        status
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** The grant covers several sites: one of them is looked at. */
export function SiteChoice() {
  const keeper = useSessionKeeper();
  const navigate = useNavigate();
  const [sites, reload] = useQuery({ query: sitesQuery });
  const [, chooseSite] = useMutation(chooseMutation);
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const available = sites.data?.viewer.jiraConnection?.availableSites;

  async function choose(cloudId: string) {
    setChosen(cloudId);
    setProblem(null);
    const result = await chooseSite({ cloudId });
    const payload = result.data?.chooseJiraSite;
    if (payload?.jiraConnection && payload.userErrors.length === 0) {
      toast.success('Jira connected', { description: 'The first sync has started.' });
      await navigate('/', { replace: true });
      return keeper.startAfresh();
    }
    setChosen(null);
    setProblem(payload?.userErrors[0]?.message ?? failureWords(result.error ?? { graphQLErrors: [] }));
  }

  return (
    <div className="mx-auto mt-[8vh] max-w-xl">
      <PageTitle title="Choose a Jira site" />
      <p className="mb-4 text-ink-soft">Your account can see several sites. Choose the one to look at.</p>
      {problem && (
        <p role="alert" className="mb-3 text-danger">
          {problem}
        </p>
      )}
      {!available && !sites.error && (
        <Loading what="sites">
          <Skeleton className="h-16" />
        </Loading>
      )}
      {!available && sites.error && (
        <FailureState words={failureWords(sites.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
      )}
      <ul className="space-y-2">
        {available?.map((site) => (
          <li
            key={site.cloudId}
            className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-surface p-4 shadow-card"
          >
            <div className="min-w-0">
              <p className="font-medium">{site.name}</p>
              <p className="text-xs text-ink-muted">{site.url}</p>
            </div>
            <Button
              look="primary"
              aria-label={`Choose ${site.name}`}
              busy={chosen === site.cloudId && 'Connecting…'}
              disabled={chosen !== null && chosen !== site.cloudId}
              onClick={() => void choose(site.cloudId)}
            >
              Choose
            </Button>
          </li>
        ))}
      </ul>
      {available?.length === 0 && (
        <p className="mb-4 text-ink-soft">This Jira account can see no site. Connect with another account.</p>
      )}
      <div className="mt-6 flex flex-wrap items-start gap-3">
        {available?.length === 0 && <ConnectJiraButton label="Connect another account" />}
        <DisconnectButton label="Disconnect" />
      </div>
    </div>
  );
}
