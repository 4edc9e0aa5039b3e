import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { CostsForm } from './CostsForm.tsx';
import { CostVersions } from './CostVersions.tsx';
import { LockedMonths } from './LockedMonths.tsx';

const tabFragment = graphql(`
  fragment CostsTab_viewer on Viewer {
    ...CostsForm_viewer
  }
`);

/** The cost model of now, the months that keep an earlier one, and all it has been. */
export function CostsTab(props: { viewer: FragmentType<typeof tabFragment>; connected: boolean }) {
  const viewer = readFragment(tabFragment, props.viewer);
  return (
    <div className="space-y-4">
      <CostsForm viewer={viewer} />
      {props.connected && <LockedMonths />}
      <CostVersions />
    </div>
  );
}
