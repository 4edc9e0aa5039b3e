import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';
import { EstimateWords } from '../money/EstimateWords.tsx';
import { issueBasis } from './issue-basis.ts';
import { TimeBar } from './TimeBar.tsx';

const effortFragment = graphql(`
  fragment IssueEffort_investigation on IssueInvestigation {
    basis {
      ...BasisDisclosure_basis
    }
    issue {
      id
      key
      startedAt
      doneAt
    }
    handoffs
    slowerThanPercent
    comparedWith
    runningCost {
      ...EstimateWords_estimate
    }
    forecastP50
    forecastP85
    ...TimeBar_investigation
  }
`);

/** What became of the issue's time, and how that compares with others. */
export function IssueEffort(props: { investigation: FragmentType<typeof effortFragment> }) {
  const found = readFragment(effortFragment, props.investigation);
  const formats = useFormats();
  const { issue, slowerThanPercent: slower, forecastP50, forecastP85 } = found;
  return (
    <Card
      title="Where its time went"
      description={
        issue.doneAt
          ? 'The bar is the time from its start until it was done.'
          : 'The bar is the time from its start until now.'
      }
    >
      {issue.startedAt ? (
        <TimeBar investigation={found} />
      ) : (
        <p className="text-ink-soft">It has not been started, so that none of its time is counted yet.</p>
      )}
      <ul className="mt-4 space-y-1">
        {slower != null && (
          <li>
            {issue.doneAt ? 'It was slower than ' : 'It is already older than '}
            <b className="figures">{formats.percent(Math.floor(slower) / 100)}</b> of the{' '}
            {formats.number(found.comparedWith)} issues delivered in the window{issue.doneAt ? '.' : ' became.'}
          </li>
        )}
        <li>
          {found.handoffs === 0 ? (
            'It has stayed with one owner.'
          ) : (
            <>
              It changed hands <b className="figures">{formats.number(found.handoffs)}</b>{' '}
              {found.handoffs === 1 ? 'time.' : 'times.'}
            </>
          )}
        </li>
        {found.runningCost && (
          <li>
            Its waiting {issue.doneAt ? 'cost' : 'has cost'} <EstimateWords estimate={found.runningCost} />
            {issue.doneAt ? '.' : ' so far.'}
          </li>
        )}
        {issue.startedAt && !issue.doneAt && (
          <li>
            {forecastP50 ? (
              <>
                Likely done by <b className="figures">{formats.date(forecastP50)}</b> (as likely as not)
                {forecastP85 && (
                  <>
                    , and in 85 of 100 cases by <b className="figures">{formats.date(forecastP85)}</b>
                  </>
                )}
                .
              </>
            ) : (
              'Too few issues were delivered after becoming as old as this one to say when it will be done.'
            )}
          </li>
        )}
      </ul>
      <div className="mt-2">
        <BasisDisclosure basis={found.basis} of={issueBasis(issue.key)} />
      </div>
    </Card>
  );
}
