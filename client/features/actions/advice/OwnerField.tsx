import { useDeferredValue, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../../gql/index.ts';
import { ComboField } from '../../../ui/ComboField.tsx';

const ownersQuery = graphql(`
  query OwnersNamed($text: String) {
    viewer {
      id
      jiraConnection {
        id
        people(first: 50, text: $text) {
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

interface OwnerFieldProps {
  /** The id of a person; empty for nobody. */
  value: string;
  /** How the one with that id is called, where that is known. */
  name?: string | undefined;
  onChange: (id: string, displayName: string) => void;
  error: string | undefined;
}

const nobody = { value: '', label: 'Nobody yet' };

/** Who sees to it: one of the people of the Jira, found by typing. */
export function OwnerField({ value, name, onChange, error }: OwnerFieldProps) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(nobody.label);
  const [found] = useQuery({ query: ownersQuery, variables: { text: useDeferredValue(text.trim()) } });
  const people = (found.data?.viewer.jiraConnection?.people.nodes ?? []).filter(({ active }) => active);
  const choices = people.map(({ id, displayName }) => ({ value: id, label: displayName }));
  return (
    <ComboField
      label="Owner"
      shown={value === '' ? nobody.label : (name ?? chosen)}
      value={value}
      choices={(typed) => (typed === '' ? [nobody, ...choices] : choices)}
      onType={setText}
      onChange={(id) => {
        const displayName = choices.find((choice) => choice.value === id)?.label ?? nobody.label;
        setText('');
        setChosen(displayName);
        onChange(id, displayName);
      }}
      error={error}
    />
  );
}
