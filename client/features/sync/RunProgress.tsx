import type { SyncProgress_RunFragment } from '../../gql/graphql.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Meter } from '../../ui/Meter.tsx';
import { useNow } from '../../ui/use-now.ts';
import { isActive, issuesPerSecond, phaseWords, runStateWords, shareDone } from './sync-words.ts';
import { WaitingNotice } from './WaitingNotice.tsx';

interface RunProgressProps {
  run: SyncProgress_RunFragment;
}

/** One run in words and figures: phase, done of total, rate, time left, what Jira asks, what was set aside. */
export function RunProgress({ run }: RunProgressProps) {
  const formats = useFormats();
  const now = useNow(1_000);
  const active = isActive(run.state);
  const share = shareDone(run.issuesDone, run.issuesTotal);
  const rate = active ? issuesPerSecond(run.issuesDone, run.startedAt, now) : null;
  const done = run.issuesTotal
    ? `${formats.number(run.issuesDone)} of ${formats.number(run.issuesTotal)} issues`
    : `${formats.number(run.issuesDone)} issues`;
  const phase = active ? phaseWords(run.phase, run.mode) : runStateWords[run.state];

  return (
    <div className="space-y-3">
      <p aria-live="polite" className="font-medium">
        {phase}
      </p>
      {active && <Meter label="Sync progress" share={share} words={`${phase}: ${done}`} />}
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-ink-soft">
        <Fact name="Read" value={done} />
        {rate !== null && <Fact name="Rate" value={`${formats.number(rate)} issues/s`} />}
        {active && run.etaSeconds != null && (
          <Fact name="Time left" value={`about ${formats.seconds(run.etaSeconds)}`} />
        )}
      </dl>
      {active && <WaitingNotice run={run} now={now} />}
      {run.error && (
        <p role="alert" className="text-danger">
          {run.error}
        </p>
      )}
      {run.quarantined.length > 0 && (
        <details>
          <summary className="text-warn">
            {formats.number(run.quarantined.length)} {run.quarantined.length === 1 ? 'issue was' : 'issues were'} set
            aside
          </summary>
          <ul className="mt-2 space-y-1 text-ink-soft">
            {run.quarantined.map((issue) => (
              <li key={issue.key}>
                <span className="font-medium">{issue.key}</span>: {issue.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-ink-muted">{name}</dt>
      <dd className="figures">{value}</dd>
    </div>
  );
}
