import { lazy, Suspense, useState } from 'react';
import type { Signal } from '../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { NumberTile } from '../../ui/NumberTile.tsx';
import { relativeChange } from '../change/relative-change.ts';
import { SignalBadge } from '../change/SignalBadge.tsx';
import { useQuestion } from '../question/use-question.ts';

const FinishedIssues = lazy(() =>
  import('../cycle-time/FinishedIssues.tsx').then((module) => ({ default: module.FinishedIssues })),
);

const InProgressIssues = lazy(() =>
  import('../flow-over-time/InProgressIssues.tsx').then((module) => ({ default: module.InProgressIssues })),
);

const overviewFragment = graphql(`
  fragment KeyNumbers_overview on FlowOverview {
    cycleTime {
      current {
        p50 {
          seconds
          days
        }
        p85 {
          seconds
          days
        }
      }
      previous {
        p85 {
          seconds
          days
        }
      }
      signal
    }
    throughput {
      current
      previous
      signal
    }
    wip {
      current
      previous
      signal
    }
    flowEfficiency {
      current
      previous
      signal
    }
  }
`);

type Opened = 'cycleTime' | 'throughput' | 'wip' | 'flowEfficiency';

const openedTitles: Readonly<Record<Exclude<Opened, 'wip'>, string>> = {
  cycleTime: 'Issues behind the cycle time',
  throughput: 'Issues behind the throughput',
  flowEfficiency: 'Issues behind the flow efficiency',
};

/** Four numbers that sum the window up, each with what became of it since the window before; each opens its issues. */
export function KeyNumbers(props: { overview: FragmentType<typeof overviewFragment> }) {
  const { cycleTime, throughput, wip, flowEfficiency } = readFragment(overviewFragment, props.overview);
  const formats = useFormats();
  const { window } = useQuestion().question;
  const [opened, setOpened] = useState<Opened | null>(null);
  const before = 'days' in window ? `in the ${formats.number(window.days)} days before` : 'in as many days before';
  const open = (which: Opened) => (throughput.current ? () => setOpened(which) : null);

  const changed = (signal: Signal, by: number | null, write = formats.signedPercent) => (
    <SignalBadge signal={signal} change={by === null ? null : write(by)} />
  );
  const was = (words: string | null) => (words === null ? `nothing ${before}` : `was ${words} ${before}`);
  const numberOf = (value: number | null | undefined) => (value == null ? '–' : formats.number(value));
  const shareOf = (value: number | null | undefined) => (value == null ? '–' : formats.percent(value));

  const moreBy = (now: number | null | undefined, then: number | null | undefined) =>
    now == null || then == null ? null : now - then;

  return (
    <section aria-label="Key numbers" className="grid gap-3 min-[26rem]:grid-cols-2 xl:grid-cols-4">
      <NumberTile
        name="Cycle time p85"
        value={formats.span(cycleTime.current.p85)}
        change={changed(cycleTime.signal, relativeChange(cycleTime.current.p85?.days, cycleTime.previous.p85?.days))}
        note={was(cycleTime.previous.p85 ? formats.span(cycleTime.previous.p85) : null)}
        open={open('cycleTime')}
      />
      <NumberTile
        name="Throughput"
        value={numberOf(throughput.current)}
        change={changed(throughput.signal, relativeChange(throughput.current, throughput.previous))}
        note={was(throughput.previous == null ? null : formats.number(throughput.previous))}
        open={open('throughput')}
      />
      <NumberTile
        name="Work in progress, average"
        value={numberOf(wip.current)}
        change={changed(wip.signal, relativeChange(wip.current, wip.previous))}
        note={was(wip.previous == null ? null : formats.number(wip.previous))}
        open={wip.current ? () => setOpened('wip') : null}
      />
      <NumberTile
        name="Flow efficiency"
        value={shareOf(flowEfficiency.current)}
        change={changed(flowEfficiency.signal, moreBy(flowEfficiency.current, flowEfficiency.previous), formats.points)}
        note={was(flowEfficiency.previous == null ? null : formats.percent(flowEfficiency.previous))}
        open={open('flowEfficiency')}
      />
      {opened && (
        <Suspense fallback={null}>
          {opened === 'wip' ? (
            <InProgressIssues onClose={() => setOpened(null)} />
          ) : (
            <FinishedIssues title={openedTitles[opened]} onClose={() => setOpened(null)} />
          )}
        </Suspense>
      )}
    </section>
  );
}
