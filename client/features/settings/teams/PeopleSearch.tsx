import { type ReactNode, useDeferredValue, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Input } from '../../../ui/Input.tsx';
import { failureWords } from '../../api/failure-words.ts';
import type { Member } from './use-team-members.ts';

const peopleQuery = graphql(`
  query PeopleNamed($text: String, $first: Int!) {
    viewer {
      id
      jiraConnection {
        id
        people(first: $first, text: $text) {
          totalCount
          nodes {
            id
            displayName
            active
          }
        }
      }
    }
  }
`);

const firstPage = 10;
const largestPage = 100;

interface PeopleSearchProps {
  label: string;
  /** What can be done with somebody who was found. */
  actionsOf: (person: Member) => ReactNode;
}

/** People of the Jira, by name; a page that grows. */
export function PeopleSearch({ label, actionsOf }: PeopleSearchProps) {
  const [text, setText] = useState('');
  const [first, setFirst] = useState(firstPage);
  const asked = useDeferredValue(text.trim());
  const [found] = useQuery({ query: peopleQuery, variables: { text: asked, first } });
  const people = found.data?.viewer.jiraConnection?.people;
  const listed = people?.nodes ?? [];
  const total = people?.totalCount ?? 0;

  return (
    <div className="space-y-2">
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        className="h-8"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setFirst(firstPage);
        }}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <div className="h-44 overflow-y-auto rounded-md border border-line py-1">
        <ul aria-label="People found">
          {listed.map((person) => (
            <li key={person.id} className="flex items-center justify-between gap-2 px-2.5 py-0.5">
              <span className="min-w-0">
                {person.displayName} {!person.active && <span className="text-xs text-ink-muted">(inactive)</span>}
              </span>
              {actionsOf(person)}
            </li>
          ))}
        </ul>
        <p role="status" className="px-2.5 py-1 text-xs text-ink-muted">
          {found.error
            ? failureWords(found.error)
            : people
              ? `${listed.length} of ${total} people`
              : 'Looking for people…'}
        </p>
        {listed.length < total && first < largestPage && (
          <Button
            look="ghost"
            size="small"
            className="ml-1"
            busy={found.fetching && 'Loading more…'}
            onClick={() => setFirst(largestPage)}
          >
            Show more people
          </Button>
        )}
        {listed.length < total && first >= largestPage && (
          <p className="px-2.5 py-1 text-xs text-ink-muted">Type more of a name to find the others.</p>
        )}
      </div>
    </div>
  );
}
