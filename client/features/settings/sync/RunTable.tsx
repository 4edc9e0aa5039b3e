import type { SyncProgress_RunFragment } from '../../../gql/graphql.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../../ui/Table.tsx';
import { runStateWords } from '../../sync/sync-words.ts';
import { faultWords, modeWords, setAsideCount, stateTones, tookWords, triggerWords } from './run-words.ts';

interface RunTableProps {
  runs: readonly SyncProgress_RunFragment[];
  /** Another page is on its way. */
  busy: boolean;
}

/** Runs in rows: what each set out to do, what it came to, and what it cost. */
export function RunTable({ runs, busy }: RunTableProps) {
  const formats = useFormats();
  return (
    <div aria-busy={busy}>
      <Table
        caption="Run history, newest first"
        head={
          <>
            <HeadCell>Began</HeadCell>
            <HeadCell>Kind</HeadCell>
            <HeadCell>Asked by</HeadCell>
            <HeadCell>How it ended</HeadCell>
            <HeadCell numeric>Took</HeadCell>
            <HeadCell numeric>Seen</HeadCell>
            <HeadCell numeric>Changed</HeadCell>
            <HeadCell numeric>Removed</HeadCell>
            <HeadCell numeric>Set aside</HeadCell>
            <HeadCell numeric>Requests</HeadCell>
            <HeadCell numeric>Sent again</HeadCell>
            <HeadCell>Faults on the way</HeadCell>
          </>
        }
      >
        {runs.map((run) => (
          <tr key={run.id}>
            <Cell className="whitespace-nowrap">{run.startedAt ? formats.dateTime(run.startedAt) : 'Not yet'}</Cell>
            <Cell className="whitespace-nowrap">{modeWords[run.mode]}</Cell>
            <Cell className="whitespace-nowrap">{triggerWords[run.trigger]}</Cell>
            <Cell className={run.error ? 'min-w-48' : undefined}>
              <Badge tone={stateTones[run.state]}>{runStateWords[run.state]}</Badge>
              {run.error && <p className="text-xs text-danger">{run.error}</p>}
            </Cell>
            <Cell numeric>{tookWords(run.startedAt, run.finishedAt, formats)}</Cell>
            <Cell numeric>{formats.number(run.issuesDone)}</Cell>
            <Cell numeric>{formats.number(run.issuesChanged)}</Cell>
            <Cell numeric>{formats.number(run.issuesRemoved)}</Cell>
            <Cell numeric>{setAsideCount(run.quarantined.length, formats)}</Cell>
            <Cell numeric>{formats.number(run.requests)}</Cell>
            <Cell numeric>{formats.number(run.retries)}</Cell>
            <Cell className="whitespace-nowrap">
              {run.faults.length === 0
                ? 'None'
                : run.faults.map((fault) => <p key={fault.kind}>{faultWords(fault, formats)}</p>)}
            </Cell>
          </tr>
        ))}
      </Table>
    </div>
  );
}
