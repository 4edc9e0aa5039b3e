import { Unplug } from 'lucide-react';
import { ConnectJiraButton } from './ConnectJiraButton.tsx';

/** All that a person without a Jira connection sees of the product. */
export function NoConnectionState() {
  return (
    <section
      aria-labelledby="no-connection-title"
      className="mx-auto mt-[12vh] flex max-w-md flex-col items-center gap-4 rounded-xl border border-line bg-surface px-6 py-10 text-center shadow-card"
    >
      <title>Connect Your Jira · Quantum Sprout</title>
      <span className="flex size-12 items-center justify-center rounded-full bg-accent-soft text-accent-text">
        <Unplug size={22} aria-hidden />
      </span>
      <h1 id="no-connection-title" tabIndex={-1} className="text-xl font-semibold tracking-tight">
        Connect Your Jira
      </h1>
      <p className="text-ink-soft">
        Get started by connecting your Jira account to see bottlenecks and financial impact
      </p>
      <ConnectJiraButton />
    </section>
  );
}
