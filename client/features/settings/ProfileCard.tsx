import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';

const profileFragment = graphql(`
  fragment ProfileCard_viewer on Viewer {
    name
    email
    createdAt
  }
`);

/** Who is signed in. */
export function ProfileCard(props: { viewer: FragmentType<typeof profileFragment> }) {
  const { name, email, createdAt } = readFragment(profileFragment, props.viewer);
  const formats = useFormats();
  const facts = [
    ['Name', name],
    ['Email', email],
    ['Member since', formats.date(createdAt)],
  ];
  return (
    <Card title="Profile">
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-ink-muted">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
