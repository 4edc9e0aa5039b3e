import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';
import { bottleneckBasis } from './bottleneck-basis.ts';

const headlineFragment = graphql(`
  fragment BottleneckHeadline_report on BottleneckReport {
    sentence
    basis {
      ...BasisDisclosure_basis
    }
  }
`);

/** The answer in one sentence, with what it rests on: the first thing to be read on its page. */
export function BottleneckHeadline(props: { report: FragmentType<typeof headlineFragment> }) {
  const report = readFragment(headlineFragment, props.report);
  return (
    <section aria-label="Where work waits" className="pt-1 pb-2">
      <p className="max-w-[46ch] text-2xl leading-tight font-semibold tracking-tight text-balance sm:text-3xl">
        {report.sentence}
      </p>
      <div className="mt-2">
        <BasisDisclosure basis={report.basis} of={bottleneckBasis} />
      </div>
    </section>
  );
}
