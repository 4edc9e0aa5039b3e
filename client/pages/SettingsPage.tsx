import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { failureWords } from '../features/api/failure-words.ts';
import { NoConnectionState } from '../features/connection/NoConnectionState.tsx';
import { SiteChoice } from '../features/connection/SiteChoice.tsx';
import { PasswordForm } from '../features/settings/PasswordForm.tsx';
import { ProfileCard } from '../features/settings/ProfileCard.tsx';
import { SessionList } from '../features/settings/SessionList.tsx';
import { useShell } from '../features/shell/shell-context.ts';
import { usePageQuery } from '../features/sync/freshness.ts';
import { graphql } from '../gql/index.ts';
import { FailureState } from '../ui/FailureState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TabSet } from '../ui/TabSet.tsx';

const settingsQuery = graphql(`
  query Settings {
    viewer {
      id
      ...ProfileCard_viewer
      ...SessionList_viewer
      ...TimeForm_viewer
      ...CostsTab_viewer
      ...BlockedByLinks_viewer
      jiraConnection {
        id
        ...JiraTab_connection
        ...StagesEditor_connection
        ...TeamsTab_connection
      }
    }
  }
`);

// Each is a good part of the page, and most visits see one of them.
const StagesEditor = lazy(() =>
  import('../features/settings/stages/StagesEditor.tsx').then((module) => ({ default: module.StagesEditor })),
);
const BlockedByLinks = lazy(() =>
  import('../features/settings/stages/BlockedByLinks.tsx').then((module) => ({ default: module.BlockedByLinks })),
);
const TimeForm = lazy(() =>
  import('../features/settings/time/TimeForm.tsx').then((module) => ({ default: module.TimeForm })),
);
const CostsTab = lazy(() =>
  import('../features/settings/costs/CostsTab.tsx').then((module) => ({ default: module.CostsTab })),
);
const TeamsTab = lazy(() =>
  import('../features/settings/teams/TeamsTab.tsx').then((module) => ({ default: module.TeamsTab })),
);
const TokensTab = lazy(() =>
  import('../features/settings/tokens/TokensTab.tsx').then((module) => ({ default: module.TokensTab })),
);
const ActivityTab = lazy(() =>
  import('../features/settings/activity/ActivityTab.tsx').then((module) => ({ default: module.ActivityTab })),
);
const PrivacyTab = lazy(() =>
  import('../features/settings/privacy/PrivacyTab.tsx').then((module) => ({ default: module.PrivacyTab })),
);
const JiraTab = lazy(() => import('../features/settings/JiraTab.tsx').then((module) => ({ default: module.JiraTab })));

const waiting = (
  <Loading what="settings">
    <Skeleton className="h-96" />
  </Loading>
);

const tabNames = ['account', 'time', 'costs', 'stages', 'teams', 'jira', 'tokens', 'privacy', 'activity'] as const;
/** What there is nothing to show in before a Jira is connected. */
const ofConnection: readonly string[] = ['stages', 'teams'];

export function SettingsPage() {
  const { stage } = useShell();
  const [search, setSearch] = useSearchParams();
  const [asked, reload] = usePageQuery({ query: settingsQuery });
  const viewer = asked.data?.viewer;
  const connection = stage === 'connected' ? viewer?.jiraConnection : null;
  const current = tabNames.find((name) => name === search.get('tab')) ?? 'account';

  if (!viewer) {
    return (
      <>
        <PageTitle title="Settings" />
        {asked.error ? (
          <FailureState words={failureWords(asked.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
        ) : (
          waiting
        )}
      </>
    );
  }

  const account = {
    value: 'account' as const,
    label: 'Account',
    panel: (
      <div className="space-y-4">
        <ProfileCard viewer={viewer} />
        <PasswordForm />
        <SessionList viewer={viewer} />
      </div>
    ),
  };
  const time = {
    value: 'time' as const,
    label: 'Time and calendar',
    panel: (
      <Suspense fallback={waiting}>
        <TimeForm viewer={viewer} />
      </Suspense>
    ),
  };
  const costs = {
    value: 'costs' as const,
    label: 'Cost model',
    panel: (
      <Suspense fallback={waiting}>
        <CostsTab viewer={viewer} connected={connection != null} />
      </Suspense>
    ),
  };
  const stages = {
    value: 'stages' as const,
    label: 'Stages',
    panel: connection && (
      <Suspense fallback={waiting}>
        <div className="space-y-4">
          <StagesEditor connection={connection} />
          <BlockedByLinks viewer={viewer} />
        </div>
      </Suspense>
    ),
  };
  const teams = {
    value: 'teams' as const,
    label: 'Teams',
    panel: connection && (
      <Suspense fallback={waiting}>
        <TeamsTab connection={connection} />
      </Suspense>
    ),
  };
  const jira = {
    value: 'jira' as const,
    label: 'Jira',
    panel: connection ? (
      <Suspense fallback={waiting}>
        <JiraTab connection={connection} />
      </Suspense>
    ) : stage === 'choosing' ? (
      <SiteChoice />
    ) : (
      <NoConnectionState />
    ),
  };
  const tokens = {
    value: 'tokens' as const,
    label: 'Access tokens',
    panel: (
      <Suspense fallback={waiting}>
        <TokensTab />
      </Suspense>
    ),
  };
  const privacy = {
    value: 'privacy' as const,
    label: 'Privacy',
    panel: (
      <Suspense fallback={waiting}>
        <PrivacyTab connected={connection != null} />
      </Suspense>
    ),
  };
  const activity = {
    value: 'activity' as const,
    label: 'Activity',
    panel: (
      <Suspense fallback={waiting}>
        <ActivityTab />
      </Suspense>
    ),
  };
  return (
    <>
      <PageTitle title="Settings" />
      <TabSet
        label="Settings"
        value={ofConnection.includes(current) && !connection ? 'account' : current}
        onChange={(tab) => setSearch(tab === 'account' ? {} : { tab }, { replace: true })}
        tabs={[account, time, costs, ...(connection ? [stages, teams] : []), jira, tokens, privacy, activity]}
      />
    </>
  );
}
