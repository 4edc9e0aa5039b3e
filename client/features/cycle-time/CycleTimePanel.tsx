import { useSearchParams } from 'react-router';
import type { CycleMeasure } from '../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { CycleTimeByType } from './CycleTimeByType.tsx';
import { CycleTimeHistogram } from './CycleTimeHistogram.tsx';
import { CycleTimeScatter } from './CycleTimeScatter.tsx';
import { measures } from './measure-words.ts';
import { RollingP85 } from './RollingP85.tsx';

const panelFragment = graphql(`
  fragment CycleTimePanel_report on CycleTimeReport {
    ...CycleTimeScatter_report
    ...CycleTimeHistogram_report
    ...RollingP85_report
    ...CycleTimeByType_report
  }
`);

interface CycleTimePanelProps {
  report: FragmentType<typeof panelFragment>;
  measure: CycleMeasure;
}

/** How long finished work took, seen from all sides. */
export function CycleTimePanel({ report: masked, measure }: CycleTimePanelProps) {
  const report = readFragment(panelFragment, masked);
  const [, setSearch] = useSearchParams();
  return (
    <>
      <Segmented
        label="Measure"
        options={measures}
        value={measure}
        onChange={(next) =>
          setSearch((now) => {
            const changed = new URLSearchParams(now);
            changed.set('measure', next.toLowerCase());
            return changed;
          })
        }
      />
      <CycleTimeScatter report={report} measure={measure} height={460} />
      <div className="grid gap-4 xl:grid-cols-2">
        <CycleTimeHistogram report={report} measure={measure} />
        <RollingP85 report={report} measure={measure} />
      </div>
      <CycleTimeByType report={report} />
    </>
  );
}
