import type { IssueTimeline_IssueFragment } from '../../gql/graphql.ts';
import { cn } from '../../ui/cn.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../ui/Table.tsx';
import { segmentKey } from './segment-key.ts';
import { segmentWords } from './segment-words.ts';

interface TimelineTableProps {
  issueKey: string;
  segments: IssueTimeline_IssueFragment['timeline'];
}

/** The ribbon's segments as rows: what the issue was in, whose it was, from when to when, for how long. */
export function TimelineTable({ issueKey, segments }: TimelineTableProps) {
  const formats = useFormats();
  return (
    <Table
      caption={`Segments of ${issueKey}, oldest first`}
      head={
        <>
          <HeadCell>Kind</HeadCell>
          <HeadCell>Status then</HeadCell>
          <HeadCell>Stage</HeadCell>
          <HeadCell>Assignee</HeadCell>
          <HeadCell>From</HeadCell>
          <HeadCell>To</HeadCell>
          <HeadCell numeric>Duration</HeadCell>
        </>
      }
    >
      {segments.map((segment, index) => (
        <tr key={segmentKey(segment)} id={`segment-${index + 1}`} className="scroll-mt-16 target:bg-accent-soft">
          <Cell className="whitespace-nowrap">
            <span
              aria-hidden
              className={cn(
                segmentWords[segment.kind].look,
                'mr-2 inline-block size-3 rounded-sm border border-line-strong align-middle',
              )}
            />
            {segmentWords[segment.kind].label}
          </Cell>
          <Cell className="whitespace-nowrap">
            {segment.statusNameThen}
            {segment.statusNameThen !== segment.status.name && (
              <span className="text-xs text-ink-muted"> (now {segment.status.name})</span>
            )}
          </Cell>
          <Cell className="whitespace-nowrap">{segment.stage?.name ?? 'Unmapped'}</Cell>
          <Cell className="whitespace-nowrap">{segment.assignee?.displayName ?? 'Nobody'}</Cell>
          <Cell className="whitespace-nowrap">{formats.dateTime(segment.from)}</Cell>
          <Cell className="whitespace-nowrap">{segment.to ? formats.dateTime(segment.to) : 'still'}</Cell>
          <Cell numeric>{formats.span(segment.duration)}</Cell>
        </tr>
      ))}
    </Table>
  );
}
