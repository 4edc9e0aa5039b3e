import { ExternalLink, Flag } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';

const factsFragment = graphql(`
  fragment IssueFacts_issue on Issue {
    key
    url
    summary
    type
    priority
    flagged
    labels
    storyPoints
    createdAt
    startedAt
    firstDoneAt
    doneAt
    project {
      id
      name
    }
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
    reporter {
      id
      displayName
    }
    team {
      id
      name
    }
    parent {
      id
      key
      summary
    }
    cycleTime(clock: $clock) {
      seconds
      days
    }
    leadTime(clock: $clock) {
      seconds
      days
    }
    age(clock: $clock) {
      seconds
      days
    }
  }
`);

/** What the issue is and how long it has taken. */
export function IssueFacts(props: { issue: FragmentType<typeof factsFragment> }) {
  const issue = readFragment(factsFragment, props.issue);
  const formats = useFormats();
  const at = (iso: string | null | undefined): string => (iso ? formats.dateTime(iso) : '–');
  const reopened = issue.firstDoneAt && issue.firstDoneAt !== issue.doneAt;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Project', issue.project.name],
    ['Team', issue.team?.name ?? 'None'],
    ['Assignee', issue.assignee?.displayName ?? 'Nobody'],
    ['Reporter', issue.reporter?.displayName ?? 'Unknown'],
    ['Priority', issue.priority ?? 'None'],
    ['Story points', issue.storyPoints == null ? 'None' : formats.number(issue.storyPoints)],
    ['Created', at(issue.createdAt)],
    ['Started', at(issue.startedAt)],
    ['Done', at(issue.doneAt)],
    ...(reopened ? ([['First done', at(issue.firstDoneAt)]] as const) : []),
    ...(issue.labels.length > 0 ? ([['Labels', issue.labels.join(', ')]] as const) : []),
    ...(issue.parent
      ? ([
          [
            'Parent',
            <Link
              key="parent"
              to={`/issues/${encodeURIComponent(issue.parent.key)}`}
              className="text-accent-text underline"
            >
              {issue.parent.key} {issue.parent.summary}
            </Link>,
          ],
        ] as const)
      : []),
  ];
  return (
    <section aria-label={`Facts of ${issue.key}`} className="rounded-lg border border-line bg-surface p-4 shadow-card">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-72">
          <p className="text-lg leading-snug font-medium">{issue.summary}</p>
          <p className="mt-2 flex flex-wrap items-center gap-1.5">
            <Badge>{issue.type}</Badge>
            <Badge tone={issue.doneAt ? 'good' : 'calm'}>{issue.status.name}</Badge>
            {issue.stage && <Badge tone="accent">Stage: {issue.stage.name}</Badge>}
            {issue.flagged && (
              <Badge tone="danger">
                <Flag size={11} aria-hidden /> Flagged
              </Badge>
            )}
          </p>
        </div>
        <Button asChild size="small">
          <a href={issue.url} target="_blank" rel="noreferrer">
            <ExternalLink size={14} aria-hidden /> Open in Jira
          </a>
        </Button>
      </div>
      <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-2">
        {issue.doneAt ? (
          <>
            <Figure name="Cycle time" value={formats.span(issue.cycleTime)} />
            <Figure name="Lead time" value={formats.span(issue.leadTime)} />
          </>
        ) : (
          <Figure name="Age" value={issue.age ? formats.span(issue.age) : 'Not started'} />
        )}
      </dl>
      <dl className="mt-4 grid grid-cols-2 sm:grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-4 gap-y-2 border-t border-line pt-4">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-xs text-ink-muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-xs text-ink-muted">{name}</dt>
      <dd className="figures text-2xl font-semibold tracking-tight">{value}</dd>
    </div>
  );
}
