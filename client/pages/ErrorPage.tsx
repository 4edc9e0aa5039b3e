import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { Button } from '../ui/Button.tsx';

/** What is shown in place of a page that broke; the reason goes to the browser's console for whoever looks after it. */
export function ErrorPage() {
  const error = useRouteError();
  useEffect(() => reportError(error), [error]);
  // A page's file that is gone after a new release: only a reload gets the new one.
  const outdated = error instanceof TypeError && /import|module/i.test(error.message);
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-3 px-6 py-24 text-center">
      <title>Something broke · Quantum Sprout</title>
      <h1 tabIndex={-1} className="text-xl font-semibold">
        {outdated ? 'A new version is out' : 'This page broke'}
      </h1>
      <p className="text-ink-soft">
        {outdated
          ? 'Reload to get it; nothing is lost.'
          : 'The rest still works. Reload to try again, or go back to the overview.'}
      </p>
      <div className="flex gap-2">
        <Button look="primary" onClick={() => location.reload()}>
          Reload
        </Button>
        <Button asChild>
          <a href="/">Go to the overview</a>
        </Button>
      </div>
    </div>
  );
}
