import { useParams } from 'react-router';
import { usePageQuery } from '../features/sync/freshness.ts';
import { graphql } from '../gql/index.ts';
import { PageTitle } from '../ui/PageTitle.tsx';

const actionQuery = graphql(`
  query ActionPage($id: ID!) {
    viewer {
      id
      jiraConnection {
        id
        action(id: $id) {
          id
          title
        }
      }
    }
  }
`);

/** One action: what it is to move, how that went, and whether it helped. */
export function ActionPage() {
  const { id = '' } = useParams();
  const [asked] = usePageQuery({ query: actionQuery, variables: { id } });
  const action = asked.data?.viewer.jiraConnection?.action;
  return <PageTitle title={action?.title ?? 'Action'} />;
}
