import { useEffect, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Input } from '../../ui/Input.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { PickFilter } from '../question/PickFilter.tsx';
import type { IssueSearch } from './issue-search.ts';

const filtersFragment = graphql(`
  fragment IssueFilters_connection on JiraConnection {
    projects(first: 100) {
      nodes {
        id
        key
        name
      }
    }
    teams {
      id
      name
    }
    stages {
      id
      name
    }
    everyType: analytics(window: { days: 730 }) {
      cycleTimes {
        byType {
          name
        }
      }
    }
  }
`);

const orderLabels: Record<IssueSearch['order'], string> = {
  UPDATED_AT: 'Updated',
  CREATED_AT: 'Created',
  DONE_AT: 'Done',
  AGE: 'Age',
  KEY: 'Key',
};

/** Typing asks only after this pause. */
const typingMilliseconds = 300;

interface IssueFiltersProps {
  connection: FragmentType<typeof filtersFragment> | undefined;
  wanted: IssueSearch;
  onChange: (change: Partial<IssueSearch>) => void;
}

export function IssueFilters(props: IssueFiltersProps) {
  const { wanted, onChange } = props;
  const connection = readFragment(filtersFragment, props.connection);
  const [text, setText] = useState(wanted.text);
  useEffect(() => setText(wanted.text), [wanted.text]);
  useEffect(() => {
    if (text === wanted.text) return;
    const timer = setTimeout(() => onChange({ text }), typingMilliseconds);
    return () => clearTimeout(timer);
  }, [text, wanted.text, onChange]);

  return (
    <search aria-label="Find issues" className="flex flex-wrap items-center gap-2">
      <Input
        type="search"
        aria-label="Search issues"
        placeholder="Key or words of the title"
        className="h-8 w-64"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <PickFilter
        name="Projects"
        options={connection?.projects.nodes.map((one) => ({ value: one.id, label: `${one.name} (${one.key})` })) ?? []}
        chosen={wanted.projectIds}
        onChange={(projectIds) => onChange({ projectIds })}
      />
      <PickFilter
        name="Teams"
        options={connection?.teams.map((one) => ({ value: one.id, label: one.name })) ?? []}
        chosen={wanted.teamIds}
        onChange={(teamIds) => onChange({ teamIds })}
      />
      <PickFilter
        name="Types"
        options={connection?.everyType.cycleTimes.byType.map(({ name }) => ({ value: name, label: name })) ?? []}
        chosen={wanted.types}
        onChange={(types) => onChange({ types })}
      />
      <PickFilter
        name="Stages"
        options={connection?.stages.map((one) => ({ value: one.id, label: one.name })) ?? []}
        chosen={wanted.stageIds}
        onChange={(stageIds) => onChange({ stageIds })}
      />
      <NativeSelect
        aria-label="Done or not"
        className="h-8"
        value={wanted.done}
        onChange={(event) =>
          onChange({ done: event.target.value === 'yes' ? 'yes' : event.target.value === 'no' ? 'no' : 'any' })
        }
      >
        <option value="any">Done and open</option>
        <option value="no">Open only</option>
        <option value="yes">Done only</option>
      </NativeSelect>
      <label className="flex items-center gap-1.5">
        <input
          type="checkbox"
          className="size-4 accent-(--accent)"
          checked={wanted.flagged}
          onChange={(event) => onChange({ flagged: event.target.checked })}
        />
        Flagged only
      </label>
      <NativeSelect
        aria-label="Order by"
        className="h-8"
        value={wanted.order}
        onChange={(event) => {
          const order = Object.keys(orderLabels).find((key) => key === event.target.value);
          if (order) onChange({ order: order as IssueSearch['order'] });
        }}
      >
        {Object.entries(orderLabels).map(([order, label]) => (
          <option key={order} value={order}>
            Order: {label}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        aria-label="Direction"
        className="h-8"
        value={wanted.direction}
        onChange={(event) => onChange({ direction: event.target.value === 'ASC' ? 'ASC' : 'DESC' })}
      >
        <option value="DESC">Descending</option>
        <option value="ASC">Ascending</option>
      </NativeSelect>
    </search>
  );
}
