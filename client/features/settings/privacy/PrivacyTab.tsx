import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { DeleteAccountCard } from './DeleteAccountCard.tsx';
import { PeopleCard } from './PeopleCard.tsx';
import { RequestList } from './RequestList.tsx';
import { useExport } from './use-export.ts';

/** What is kept of the viewer and of people in Jira, in their own hands. */
export function PrivacyTab({ connected }: { connected: boolean }) {
  const [busy, ask] = useExport();
  return (
    <div className="space-y-4">
      <Card
        title="Your own data"
        description="Everything that is kept of you, as JSON and CSV in one archive. It can be downloaded once, within 24 hours."
        actions={
          <Button size="small" busy={busy && 'Asking…'} onClick={() => void ask({ me: true })}>
            Export my data
          </Button>
        }
      />
      {connected && <PeopleCard />}
      <RequestList />
      <DeleteAccountCard />
    </div>
  );
}
