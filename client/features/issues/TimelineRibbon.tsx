import type { IssueTimeline_IssueFragment, SegmentKind } from '../../gql/graphql.ts';
import { cn } from '../../ui/cn.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Hint } from '../../ui/Hint.tsx';
import { ribbonWidths } from './ribbon-widths.ts';
import { segmentKey } from './segment-key.ts';
import { segmentWords } from './segment-words.ts';

interface TimelineRibbonProps {
  issueKey: string;
  segments: IssueTimeline_IssueFragment['timeline'];
}

/** Segments side by side, each as wide as it was long, told apart by colour, pattern and words. */
export function TimelineRibbon({ issueKey, segments }: TimelineRibbonProps) {
  const formats = useFormats();
  const widths = ribbonWidths(segments.map((one) => ({ seconds: one.duration.seconds, done: one.kind === 'DONE' })));
  const kinds = [...new Set(segments.map((segment) => segment.kind))];
  return (
    <div className="space-y-3">
      <ol
        aria-label={`Timeline of ${issueKey}`}
        className="flex h-12 w-full overflow-hidden rounded-md border border-line-strong"
      >
        {segments.map((segment, index) => {
          const words = segmentWords[segment.kind];
          const label = `${words.label}: ${segment.statusNameThen}, ${formats.span(segment.duration)}, from ${formats.dateTime(segment.from)}`;
          const width = widths[index] ?? 0;
          return (
            <li key={segmentKey(segment)} style={{ width: `${width * 100}%` }} className="min-w-0">
              <Hint text={label}>
                <a
                  href={`#segment-${index + 1}`}
                  aria-label={label}
                  className={cn(
                    words.look,
                    'flex h-full items-center justify-center border-r border-surface px-0.5 text-xs font-medium focus-visible:outline-offset-[-3px]',
                  )}
                >
                  {width > 0.09 && (
                    <span className="truncate rounded bg-surface/85 px-1 text-ink">{segment.statusNameThen}</span>
                  )}
                </a>
              </Hint>
            </li>
          );
        })}
      </ol>
      <Legend kinds={kinds} />
    </div>
  );
}

function Legend({ kinds }: { kinds: readonly SegmentKind[] }) {
  return (
    <ul aria-label="Kinds of segments" className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-soft">
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <span aria-hidden className={cn(segmentWords[kind].look, 'size-3.5 rounded-sm border border-line-strong')} />
          <span>
            <span className="font-medium">{segmentWords[kind].label}</span>: {segmentWords[kind].meaning}
          </span>
        </li>
      ))}
    </ul>
  );
}
