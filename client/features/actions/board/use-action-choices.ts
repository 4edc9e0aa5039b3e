import { useQuery } from 'urql';
import { graphql } from '../../../gql/index.ts';

const choicesQuery = graphql(`
  query ActionChoices {
    viewer {
      id
      settings {
        costModel {
          currency
        }
      }
      jiraConnection {
        id
        stages {
          id
          name
          kind
        }
        teams {
          id
          name
        }
      }
    }
  }
`);

/** What an action can be about: stages in which work is, first to last, and teams. Empty until they are known. */
export function useActionChoices() {
  const [found] = useQuery({ query: choicesQuery });
  const viewer = found.data?.viewer;
  return {
    stages: viewer?.jiraConnection?.stages.filter(({ kind }) => kind !== 'DONE') ?? [],
    teams: viewer?.jiraConnection?.teams ?? [],
    currency: viewer?.settings.costModel.currency ?? 'EUR',
  };
}
