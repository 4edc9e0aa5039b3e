import { Flag } from 'lucide-react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../ui/Table.tsx';
import { QuestionLink } from '../question/QuestionLink.tsx';

export const issueTableFragment = graphql(`
  fragment IssueTable_issue on Issue {
    id
    key
    summary
    type
    flagged
    status {
      id
      name
    }
    stage {
      id
      name
    }
    assignee {
      id
      displayName
    }
    doneAt
    age {
      seconds
      days
    }
    cycleTime {
      seconds
      days
    }
    updatedAt
  }
`);

interface IssueTableProps {
  caption: string;
  issues: readonly FragmentType<typeof issueTableFragment>[];
}

/** Issues in rows: each opens its timeline. */
export function IssueTable({ caption, issues: masked }: IssueTableProps) {
  const issues = readFragment(issueTableFragment, masked);
  const formats = useFormats();
  if (issues.length === 0) return <EmptyState title="No issues" text="Nothing matches here." />;
  return (
    <Table
      caption={caption}
      head={
        <>
          <HeadCell>Issue</HeadCell>
          <HeadCell>Type</HeadCell>
          <HeadCell>Status</HeadCell>
          <HeadCell>Stage</HeadCell>
          <HeadCell>Assignee</HeadCell>
          <HeadCell numeric>Age or cycle time</HeadCell>
          <HeadCell numeric>Done</HeadCell>
        </>
      }
    >
      {issues.map((issue) => (
        <tr key={issue.id} className="hover:bg-sunken/60">
          <Cell className="min-w-64">
            <QuestionLink to={`/issues/${encodeURIComponent(issue.key)}`} className="group flex gap-2">
              <span className="font-medium whitespace-nowrap text-accent-text group-hover:underline">{issue.key}</span>
              <span className="line-clamp-2">{issue.summary}</span>
            </QuestionLink>
          </Cell>
          <Cell className="whitespace-nowrap">{issue.type}</Cell>
          <Cell className="whitespace-nowrap">
            {issue.status.name}{' '}
            {issue.flagged && (
              <Badge tone="danger">
                <Flag size={11} aria-hidden /> Flagged
              </Badge>
            )}
          </Cell>
          <Cell className="whitespace-nowrap">{issue.stage?.name ?? 'Unmapped'}</Cell>
          <Cell className="whitespace-nowrap">{issue.assignee?.displayName ?? 'Nobody'}</Cell>
          <Cell numeric>{formats.span(issue.doneAt ? issue.cycleTime : issue.age)}</Cell>
          <Cell numeric>{issue.doneAt ? formats.date(issue.doneAt) : '–'}</Cell>
        </tr>
      ))}
    </Table>
  );
}
