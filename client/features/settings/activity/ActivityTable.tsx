import { useFormats } from '../../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../../ui/Table.tsx';
import { activityWords } from './activity-words.ts';
import type { LoggedEntry } from './use-audit-log.ts';

/** Entries of the log in rows: when, what, from where. */
export function ActivityTable({ entries }: { entries: readonly LoggedEntry[] }) {
  const formats = useFormats();
  return (
    <Table
      caption="Activity, newest first"
      head={
        <>
          <HeadCell>When</HeadCell>
          <HeadCell>What happened</HeadCell>
          <HeadCell>From</HeadCell>
        </>
      }
    >
      {entries.map((entry) => {
        const { sentence, note } = activityWords(entry, formats);
        return (
          <tr key={entry.id}>
            <Cell className="whitespace-nowrap text-ink-soft">
              <time dateTime={entry.at}>{formats.dateTime(entry.at)}</time>
            </Cell>
            <Cell className="min-w-56">
              <p className="wrap-anywhere">{sentence}</p>
              {note && <p className="font-mono text-xs wrap-anywhere text-ink-muted">{note}</p>}
            </Cell>
            <Cell className="font-mono text-xs whitespace-nowrap text-ink-soft">{entry.ip ?? 'Quantum Sprout'}</Cell>
          </tr>
        );
      })}
    </Table>
  );
}
