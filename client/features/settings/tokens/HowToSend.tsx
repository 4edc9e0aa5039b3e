import { Link } from 'react-router';

interface HowToSendProps {
  /** Whether to lead to where it can be tried; not where leaving would lose something. */
  linked?: boolean;
}

/** How a program uses a token, and where to try out what it can ask. */
export function HowToSend({ linked = true }: HowToSendProps) {
  return (
    <>
      Programs send it with each request to <code className="break-all">{location.origin}/graphql</code>, in the header{' '}
      <code className="whitespace-nowrap">Authorization: Bearer qs_pat_…</code>.
      {linked && (
        <>
          {' '}
          What can be asked is described, and can be tried, in the{' '}
          <Link to="/playground" className="font-medium text-accent-text underline">
            playground
          </Link>
          .
        </>
      )}
    </>
  );
}
