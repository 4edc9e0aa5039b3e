import { useQuery } from 'urql';
import { graphql } from '../../../gql/index.ts';

const issueTypesQuery = graphql(`
  query IssueTypes {
    viewer {
      id
      jiraConnection {
        id
        everyType: analytics(window: { days: 730 }) {
          cycleTimes {
            byType {
              name
            }
          }
        }
      }
    }
  }
`);

interface CapitalisedProps {
  /** Types that have a rule, whether there are issues of them or not. */
  known: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** For each issue type, whether labour on it is capitalised. */
export function Capitalised({ known, chosen, onChange }: CapitalisedProps) {
  const [asked] = useQuery({ query: issueTypesQuery });
  const seen = asked.data?.viewer.jiraConnection?.everyType.cycleTimes.byType.map(({ name }) => name) ?? [];
  const types = [...new Set([...seen, ...known])].toSorted();
  if (types.length === 0) {
    return (
      <p className="text-ink-muted">
        {asked.fetching ? 'Looking for issue types…' : 'Issue types are listed here once a Jira is synced.'}
      </p>
    );
  }
  return (
    <ul className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
      {types.map((type) => (
        <li key={type}>
          <label className="flex cursor-pointer items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-(--accent)"
              checked={chosen.includes(type)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, type].toSorted() : chosen.filter((one) => one !== type))
              }
            />
            {type}
          </label>
        </li>
      ))}
    </ul>
  );
}
