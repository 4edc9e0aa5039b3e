import { lazy, Suspense, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { NumberTile } from '../../ui/NumberTile.tsx';
import { writeIssueSearch } from '../issues/issue-search.ts';
import { useQuestion } from '../question/use-question.ts';
import { sumOf } from './sum-of.ts';

const BottleneckIssues = lazy(() =>
  import('../bottlenecks/BottleneckIssues.tsx').then((module) => ({ default: module.BottleneckIssues })),
);

const figuresFragment = graphql(`
  fragment StageFigures_stage on StageInvestigation {
    stage {
      id
      wipLimit
    }
    inflow {
      date
      value
    }
    outflow {
      date
      value
    }
    occupancy {
      date
      value
    }
    handoffs
    stay {
      n
      p50 {
        seconds
        days
      }
      p85 {
        seconds
        days
      }
      p95 {
        seconds
        days
      }
    }
  }
`);

const rankedFragment = graphql(`
  fragment StageFigures_bottleneck on Bottleneck {
    shareOfLeadTime
    delayCost {
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
    }
    netFlowPerDay
    netFlowInterval80
    previousStay {
      p85 {
        seconds
        days
      }
    }
  }
`);

interface StageFiguresProps {
  report: FragmentType<typeof figuresFragment>;
  bottleneck: FragmentType<typeof rankedFragment> | undefined;
}

/** The stage in numbers; those that the server can list open their issues. */
export function StageFigures(props: StageFiguresProps) {
  const report = readFragment(figuresFragment, props.report);
  const bottleneck = readFragment(rankedFragment, props.bottleneck);
  const formats = useFormats();
  const { question } = useQuestion();
  const [opened, setOpened] = useState(false);
  const now = report.occupancy.at(-1)?.value;
  const limit = report.stage.wipLimit;
  const days = report.inflow.length;
  const [inAll, outAll] = [sumOf(report.inflow), sumOf(report.outflow)];
  const aDay = (count: number): string => (days === 0 ? '' : `${formats.number(count / days)} a day`);
  const open = bottleneck ? () => setOpened(true) : null;
  return (
    <section aria-label="Key numbers" className="grid grid-cols-2 gap-3 md:grid-cols-4 2xl:grid-cols-7">
      <NumberTile
        name="In it now"
        value={now === undefined ? '–' : formats.number(now)}
        note={
          limit == null ? 'no limit set' : `limit ${formats.number(limit)}${(now ?? 0) > limit ? ', exceeded' : ''}`
        }
        open={`/issues?${writeIssueSearch({
          text: '',
          projectIds: question.projectIds,
          teamIds: question.teamIds,
          types: question.types,
          stageIds: [report.stage.id],
          done: 'any',
          flagged: false,
          order: 'UPDATED_AT',
          direction: 'DESC',
        })}`}
      />
      <NumberTile name="Came in" value={formats.number(inAll)} note={aDay(inAll)} open={null} />
      <NumberTile
        name="Left"
        value={formats.number(outAll)}
        note={
          bottleneck
            ? `net ${formats.signed(bottleneck.netFlowPerDay)} a day (80 %: ${bottleneck.netFlowInterval80.map(formats.signed).join(' to ')})`
            : aDay(outAll)
        }
        open={null}
      />
      <NumberTile
        name="Stay p85"
        value={formats.span(report.stay.p85)}
        note={
          <>
            {bottleneck && `before ${formats.span(bottleneck.previousStay.p85)}; `}
            p50 {formats.span(report.stay.p50)}, p95 {formats.span(report.stay.p95)}
          </>
        }
        open={open}
      />
      {bottleneck && (
        <NumberTile
          name="Share of lead time"
          value={formats.percent(bottleneck.shareOfLeadTime)}
          note="of all time on the way to done"
          open={open}
        />
      )}
      {bottleneck?.delayCost && (
        <NumberTile
          name="Delay cost"
          value={formats.shortMoney(bottleneck.delayCost.base)}
          note={`${formats.moneyRange(bottleneck.delayCost.low, bottleneck.delayCost.high)}, opportunity, not paid`}
          open={open}
        />
      )}
      <NumberTile
        name="Handoffs"
        value={formats.number(report.handoffs)}
        note="changes of owner while in it"
        open={null}
      />
      {opened && (
        <Suspense fallback={null}>
          <BottleneckIssues stageId={report.stage.id} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </section>
  );
}
