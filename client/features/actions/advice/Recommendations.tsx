import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';

const recommendationsFragment = graphql(`
  fragment Recommendations_viewer on Viewer {
    jiraConnection {
      id
      recommendations(scope: $scope, window: $window) {
        id
        title
      }
    }
  }
`);

/** What the figures advise to change, by what it is worth. */
export function Recommendations(props: { viewer: FragmentType<typeof recommendationsFragment> }) {
  const { jiraConnection } = readFragment(recommendationsFragment, props.viewer);
  return (
    <ul aria-label="Recommendations">
      {jiraConnection?.recommendations.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ul>
  );
}
