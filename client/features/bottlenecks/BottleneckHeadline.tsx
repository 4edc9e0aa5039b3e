import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';

const headlineFragment = graphql(`
  fragment BottleneckHeadline_report on BottleneckReport {
    sentence
    basis {
      ...BasisDisclosure_basis
    }
  }
`);

interface BottleneckHeadlineProps {
  report: FragmentType<typeof headlineFragment>;
  limit: number;
}

/** The answer in one sentence, with what it rests on. */
export function BottleneckHeadline({ report: masked, limit }: BottleneckHeadlineProps) {
  const report = readFragment(headlineFragment, masked);
  return (
    <section aria-label="Where work waits" className="rounded-lg border border-line bg-surface p-4 shadow-card">
      <p className="max-w-[75ch] text-lg leading-snug font-medium">{report.sentence}</p>
      <div className="mt-2">
        <BasisDisclosure basis={report.basis} of={{ report: 'bottlenecks', limit }} />
      </div>
    </section>
  );
}
