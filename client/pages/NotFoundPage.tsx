import { Link } from 'react-router';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';

export function NotFoundPage() {
  return (
    <>
      <PageTitle title="Page not found" />
      <EmptyState
        title="There is nothing at this address"
        text="It may have been mistyped, or the page has moved."
        action={
          <Button asChild look="primary">
            <Link to="/">Go to the overview</Link>
          </Button>
        }
      />
    </>
  );
}
