import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { cn } from '../../ui/cn.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { segmentWords } from './segment-words.ts';
import { timePieces } from './time-pieces.ts';

const timeFragment = graphql(`
  fragment TimeBar_investigation on IssueInvestigation {
    issue {
      id
      startedAt
    }
    timeline {
      from
      kind
      duration {
        seconds
      }
    }
    activeTime {
      seconds
      days
    }
    waitingTime {
      seconds
      days
    }
    blockedTime {
      seconds
      days
    }
    reworkTime {
      seconds
      days
    }
  }
`);

/** The time since the start, active and waiting side by side, what of it was blocked, and how much was rework. */
export function TimeBar(props: { investigation: FragmentType<typeof timeFragment> }) {
  const { issue, timeline, ...time } = readFragment(timeFragment, props.investigation);
  const formats = useFormats();
  const pieces = timePieces(
    { active: time.activeTime.seconds, waiting: time.waitingTime.seconds, rework: time.reworkTime.seconds },
    timeline.filter((one) => one.kind === 'BLOCKED' && issue.startedAt && one.from >= issue.startedAt),
  );
  const figures = [
    { kind: 'ACTIVE', name: 'Active', span: time.activeTime, share: pieces.active, note: 'somebody worked on it' },
    { kind: 'QUEUE', name: 'Waiting', span: time.waitingTime, share: 1 - pieces.active, note: 'all the rest' },
    { kind: 'BLOCKED', name: 'Blocked', span: time.blockedTime, share: null, note: 'its flag was up' },
    { kind: 'REWORK', name: 'Rework', span: time.reworkTime, share: null, note: 'it had gone back' },
  ] as const;
  return (
    <div className="space-y-3">
      <div aria-hidden className="overflow-hidden rounded-md border border-line-strong">
        <div className="flex h-8">
          {(['active', 'waiting', 'blocked'] as const).map((piece) => (
            <div
              key={piece}
              style={{ width: `${pieces[piece] * 100}%` }}
              className={segmentWords[piece === 'active' ? 'ACTIVE' : piece === 'waiting' ? 'QUEUE' : 'BLOCKED'].look}
            />
          ))}
        </div>
        {pieces.rework > 0 && (
          <div className="h-2 border-t border-line-strong bg-sunken">
            <div style={{ width: `${pieces.rework * 100}%` }} className={cn(segmentWords.REWORK.look, 'h-full')} />
          </div>
        )}
      </div>
      <dl aria-label="Its time" className="grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-4">
        {figures.map(({ kind, name, span, share, note }) => (
          <div key={kind}>
            <dt className="flex items-center gap-1.5 text-xs text-ink-muted">
              <span
                aria-hidden
                className={cn(segmentWords[kind].look, 'size-3 rounded-sm border border-line-strong')}
              />
              {name}
            </dt>
            <dd>
              <span className="figures text-lg font-semibold">{formats.span(span)}</span>{' '}
              {share !== null && <span className="figures text-ink-soft">{formats.percent(share)}</span>}
              <span className="block text-xs text-ink-muted">{note}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
