import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { PeopleSearch } from '../teams/PeopleSearch.tsx';
import { EraseDialog, type JiraPerson } from './EraseDialog.tsx';
import { useExport } from './use-export.ts';

/** What people of the connected Jira can ask of the viewer: what is known of them, and that it is forgotten. */
export function PeopleCard() {
  const [erasing, setErasing] = useState<JiraPerson | null>(null);
  const [busy, ask] = useExport();
  return (
    <Card
      title="People of your Jira"
      description="When somebody asks what is kept of them here, or that it goes. An export is an archive of JSON and CSV."
    >
      <PeopleSearch
        label="Find a person"
        actionsOf={(person) => (
          <span className="flex gap-1">
            <Button
              look="ghost"
              size="small"
              disabled={busy}
              aria-label={`Export ${person.displayName}`}
              onClick={() => void ask({ personId: person.id })}
            >
              Export
            </Button>
            <Button
              look="ghost"
              size="small"
              className="text-danger"
              aria-label={`Erase ${person.displayName}`}
              onClick={() => setErasing(person)}
            >
              Erase…
            </Button>
          </span>
        )}
      />
      <EraseDialog person={erasing} onClose={() => setErasing(null)} />
    </Card>
  );
}
