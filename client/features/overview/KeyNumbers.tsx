import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'react-router';
import type { Signal } from '../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { NumberTile } from '../../ui/NumberTile.tsx';
import { relativeChange } from '../change/relative-change.ts';
import { SignalBadge } from '../change/SignalBadge.tsx';
import { confidenceWords } from '../money/cost-words.ts';
import { useQuestion } from '../question/use-question.ts';
import { withQuestion } from '../question/with-question.ts';

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
  }
`);

const impactFragment = graphql(`
  fragment KeyNumbers_impact on FinancialImpact {
    delay {
      low {
        amount
        currency
      }
      base {
        amount
        currency
      }
      high {
        amount
        currency
      }
      confidence
    }
  }
`);

type Opened = 'cycleTime' | 'throughput' | 'wip';

const openedTitles: Readonly<Record<Exclude<Opened, 'wip'>, string>> = {
  cycleTime: 'Issues behind the cycle time',
  throughput: 'Issues behind the throughput',
};

interface KeyNumbersProps {
  overview: FragmentType<typeof overviewFragment>;
  impact: FragmentType<typeof impactFragment>;
}

/** Four numbers that sum the window up, each with what became of it since the window before; each opens its issues. */
export function KeyNumbers(props: KeyNumbersProps) {
  const { cycleTime, throughput, wip } = readFragment(overviewFragment, props.overview);
  const { delay } = readFragment(impactFragment, props.impact);
  const formats = useFormats();
  const { window } = useQuestion().question;
  const { search } = useLocation();
  const [opened, setOpened] = useState<Opened | null>(null);
  const before = 'days' in window ? `in the ${formats.number(window.days)} days before` : 'in as many days before';
  const open = (which: Opened) => (throughput.current ? () => setOpened(which) : null);

  const changed = (signal: Signal, by: number | null) => (
    <SignalBadge signal={signal} change={by === null ? null : formats.signedPercent(by)} />
  );
  const was = (words: string | null) => (words === null ? `nothing ${before}` : `was ${words} ${before}`);
  const numberOf = (value: number | null | undefined) => (value == null ? '–' : formats.number(value));
  const confidence = confidenceWords[delay.confidence];

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
        name="Delay cost"
        value={formats.shortMoney(delay.base)}
        change={<Badge tone={confidence.tone}>{confidence.label}</Badge>}
        note={`${formats.moneyRange(delay.low, delay.high)}; opportunity, not paid`}
        open={withQuestion('/money', search)}
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
