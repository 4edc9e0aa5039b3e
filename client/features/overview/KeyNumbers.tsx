import { lazy, Suspense, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { NumberTile } from '../../ui/NumberTile.tsx';
import { writeIssueSearch } from '../issues/issue-search.ts';
import { useQuestion } from '../question/use-question.ts';

const BottleneckIssues = lazy(() =>
  import('../bottlenecks/BottleneckIssues.tsx').then((module) => ({ default: module.BottleneckIssues })),
);
const FinishedIssues = lazy(() =>
  import('../cycle-time/FinishedIssues.tsx').then((module) => ({ default: module.FinishedIssues })),
);

const bottlenecksFragment = graphql(`
  fragment KeyNumbers_bottlenecks on BottleneckReport {
    bottlenecks {
      stage {
        id
        name
      }
      shareOfLeadTime
      occupancy
    }
  }
`);

const cycleTimesFragment = graphql(`
  fragment KeyNumbers_cycleTimes on CycleTimeReport {
    basis {
      n
    }
    percentiles {
      p50 {
        seconds
        days
      }
      p85 {
        seconds
        days
      }
    }
  }
`);

interface KeyNumbersProps {
  bottlenecks: FragmentType<typeof bottlenecksFragment>;
  cycleTimes: FragmentType<typeof cycleTimesFragment>;
}

/** Four numbers that sum the window up; each opens its issues. */
export function KeyNumbers(props: KeyNumbersProps) {
  const { bottlenecks } = readFragment(bottlenecksFragment, props.bottlenecks);
  const { basis, percentiles } = readFragment(cycleTimesFragment, props.cycleTimes);
  const formats = useFormats();
  const { question } = useQuestion();
  const [opened, setOpened] = useState<'finished' | 'worst' | null>(null);
  const inProgress = bottlenecks.reduce((sum, one) => sum + one.occupancy, 0);
  const worst = bottlenecks[0];
  const close = () => setOpened(null);
  const finished = basis.n > 0 ? () => setOpened('finished') : null;
  return (
    <section aria-label="Key numbers" className="grid grid-cols-2 gap-3 xl:grid-cols-4">
      <NumberTile
        name="Cycle time p85"
        value={formats.span(percentiles.p85)}
        note={`85 of 100 took no longer; half took ${formats.span(percentiles.p50)}`}
        open={finished}
      />
      <NumberTile name="Finished" value={formats.number(basis.n)} note="issues in this window" open={finished} />
      <NumberTile
        name="In progress"
        value={formats.number(inProgress)}
        note={`issues in ${formats.number(bottlenecks.length)} stages, subtasks not counted`}
        open={`/issues?${writeIssueSearch({
          text: '',
          projectIds: question.projectIds,
          teamIds: question.teamIds,
          types: question.types,
          stageIds: bottlenecks.map((one) => one.stage.id),
          done: 'no',
          flagged: false,
          order: 'AGE',
          direction: 'DESC',
        })}`}
      />
      <NumberTile
        name="Largest share of lead time"
        value={worst ? formats.percent(worst.shareOfLeadTime) : '–'}
        note={worst ? `is spent in ${worst.stage.name}` : 'no stage holds work'}
        open={worst ? () => setOpened('worst') : null}
      />
      <Suspense fallback={null}>
        {opened === 'finished' && <FinishedIssues onClose={close} />}
        {opened === 'worst' && worst && <BottleneckIssues stageId={worst.stage.id} onClose={close} />}
      </Suspense>
    </section>
  );
}
