import { Plus, X } from 'lucide-react';
import type { MouseEvent } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { PeopleSearch } from './PeopleSearch.tsx';
import type { Member } from './use-team-members.ts';

interface MemberPickerProps {
  members: readonly Member[];
  error: string | undefined;
  onChange: (members: readonly Member[]) => void;
}

/** The people of a team, and a search for more. */
export function MemberPicker({ members, error, onChange }: MemberPickerProps) {
  const isMember = (id: string): boolean => members.some((member) => member.id === id);

  /** Focus goes to the next one, so that several can go one after the other. */
  function remove(id: string, event: MouseEvent<HTMLElement>) {
    const item = event.currentTarget.closest('li');
    const search = event.currentTarget.closest('fieldset')?.querySelector('input');
    const next = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector('button');
    onChange(members.filter((member) => member.id !== id));
    (next ?? search)?.focus();
  }

  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="font-medium">
        Members <span className="font-normal text-ink-muted">{members.length}</span>
      </legend>
      {error && (
        <p role="alert" className="text-xs font-medium text-danger">
          {error}
        </p>
      )}
      {members.length > 0 && (
        <ul aria-label="Members" className="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto">
          {members.map((member) => (
            <li key={member.id} className="flex items-center rounded-md bg-sunken pl-2">
              {member.displayName}
              <Button
                look="ghost"
                size="icon"
                className="size-7"
                aria-label={`Remove ${member.displayName}`}
                onClick={(event) => remove(member.id, event)}
              >
                <X size={14} aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <PeopleSearch
        label="Find people to add"
        actionsOf={(person) => (
          <Button
            look="ghost"
            size="small"
            disabled={isMember(person.id)}
            aria-label={`${isMember(person.id) ? 'Added' : 'Add'} ${person.displayName}`}
            onClick={() => onChange([...members, person])}
          >
            {isMember(person.id) ? 'Added' : <Plus size={14} aria-hidden />}
          </Button>
        )}
      />
    </fieldset>
  );
}
