import { useSearchParams } from 'react-router';
import { failureWords } from '../features/api/failure-words.ts';
import { NoConnectionState } from '../features/connection/NoConnectionState.tsx';
import { SiteChoice } from '../features/connection/SiteChoice.tsx';
import { ConnectionCard } from '../features/settings/ConnectionCard.tsx';
import { PasswordForm } from '../features/settings/PasswordForm.tsx';
import { ProfileCard } from '../features/settings/ProfileCard.tsx';
import { SessionList } from '../features/settings/SessionList.tsx';
import { StagesEditor } from '../features/settings/stages/StagesEditor.tsx';
import { QuarantineCard } from '../features/settings/sync/QuarantineCard.tsx';
import { SyncCard } from '../features/settings/sync/SyncCard.tsx';
import { SyncHistory } from '../features/settings/sync/SyncHistory.tsx';
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
      jiraConnection {
        id
        ...ConnectionCard_connection
        ...SyncCard_connection
        ...QuarantineCard_connection
        ...StagesEditor_connection
      }
    }
  }
`);

const tabNames = ['account', 'stages', 'jira'] as const;

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
          <Loading what="settings">
            <Skeleton className="h-96" />
          </Loading>
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
  const stages = {
    value: 'stages' as const,
    label: 'Stages',
    panel: connection && <StagesEditor connection={connection} />,
  };
  const jira = {
    value: 'jira' as const,
    label: 'Jira',
    panel: connection ? (
      <div className="space-y-4">
        <ConnectionCard connection={connection} />
        <SyncCard connection={connection} />
        <QuarantineCard connection={connection} />
        <SyncHistory />
      </div>
    ) : stage === 'choosing' ? (
      <SiteChoice />
    ) : (
      <NoConnectionState />
    ),
  };
  return (
    <>
      <PageTitle title="Settings" />
      <TabSet
        label="Settings"
        value={current === 'stages' && !connection ? 'account' : current}
        onChange={(tab) => setSearch(tab === 'account' ? {} : { tab }, { replace: true })}
        tabs={connection ? [account, stages, jira] : [account, jira]}
      />
    </>
  );
}
