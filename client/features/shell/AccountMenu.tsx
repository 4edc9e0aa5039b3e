import { UserRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';

const accountMenuFragment = graphql(`
  fragment AccountMenu_viewer on Viewer {
    name
    email
  }
`);

const AccountMenuPanel = lazy(() =>
  import('./AccountMenuPanel.tsx').then((module) => ({ default: module.AccountMenuPanel })),
);

/** Who is signed in, the theme, and the way out. */
export function AccountMenu(props: { viewer: FragmentType<typeof accountMenuFragment> }) {
  const { name, email } = readFragment(accountMenuFragment, props.viewer);
  const [wanted, setWanted] = useState(false);
  const trigger = (
    <Button look="ghost" size="small" aria-label={`Account menu of ${name}`}>
      <UserRound size={16} aria-hidden />
      <span className="hidden max-w-40 truncate sm:inline">{name}</span>
    </Button>
  );
  const closed = (
    <Button
      look="ghost"
      size="small"
      aria-label={`Account menu of ${name}`}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setWanted(true)}
    >
      {trigger.props.children}
    </Button>
  );
  if (!wanted) return closed;
  return (
    <Suspense fallback={closed}>
      <AccountMenuPanel name={name} email={email} trigger={trigger} />
    </Suspense>
  );
}
