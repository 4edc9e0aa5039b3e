import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';

const boardFragment = graphql(`
  fragment Board_viewer on Viewer {
    jiraConnection {
      id
      actions(first: 100) {
        nodes {
          id
          title
          metric
          state
          outcome {
            verdict
          }
        }
      }
    }
  }
`);

/** Actions by where they stand. */
export function Board(props: { viewer: FragmentType<typeof boardFragment> }) {
  const { jiraConnection } = readFragment(boardFragment, props.viewer);
  return (
    <ul aria-label="Actions">
      {jiraConnection?.actions.nodes.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ul>
  );
}
