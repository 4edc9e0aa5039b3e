import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { QualityGrade } from '../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import type { BasisOf } from './basis-of.ts';

const WarningIssues = lazy(() => import('./WarningIssues.tsx').then((module) => ({ default: module.WarningIssues })));

const basisFragment = graphql(`
  fragment BasisDisclosure_basis on Basis {
    n
    excluded {
      reason
      count
    }
    asOf
    window {
      from
      to
    }
    clock
    timeZone
    percentileMethod
    coverage
    quality {
      grade
      warnings {
        code
        message
        count
        fix
      }
    }
    definition
  }
`);

const gradeTones: Record<QualityGrade, Tone> = { A: 'good', B: 'good', C: 'warn', D: 'danger' };

interface BasisDisclosureProps {
  basis: FragmentType<typeof basisFragment>;
  /** Which report it belongs to, for the issues behind its warnings. */
  of: BasisOf;
}

/** Why a number can be trusted and what it leaves out: one line, and all of it when opened. */
export function BasisDisclosure(props: BasisDisclosureProps) {
  const basis = readFragment(basisFragment, props.basis);
  const formats = useFormats();
  const [opened, setOpened] = useState<string | null>(null);
  const excluded = basis.excluded.reduce((sum, exclusion) => sum + exclusion.count, 0);
  const facts: readonly (readonly [string, string])[] = [
    ['What it means', basis.definition],
    ['Window', `${formats.dateTime(basis.window.from)} to ${formats.dateTime(basis.window.to)}`],
    ['As of', formats.dateTime(basis.asOf)],
    ['Clock', `${basis.clock === 'WORKING' ? 'Working time' : 'Calendar time'}, ${basis.timeZone}`],
    ['Percentiles', basis.percentileMethod],
    ['Coverage', `${formats.percent(basis.coverage)} of the issues have a history without holes`],
  ];

  return (
    <details className="group text-xs text-ink-muted">
      <summary className="inline-flex flex-wrap items-center gap-x-2 rounded py-1 hover:text-ink">
        <span className="figures">n = {formats.number(basis.n)}</span>
        <span aria-hidden>·</span>
        <span className="figures">{excluded === 0 ? 'nothing left out' : `left out ${formats.number(excluded)}`}</span>
        <span aria-hidden>·</span>
        <span>as of {formats.dateTime(basis.asOf)}</span>
        <Badge tone={gradeTones[basis.quality.grade]}>Quality {basis.quality.grade}</Badge>
        <span className="text-accent-text underline">How this is computed</span>
      </summary>
      <div className="mt-2 space-y-3 rounded-md bg-sunken p-3 text-ink-soft">
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[8rem_1fr]">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="font-medium">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          {basis.excluded.length > 0 && (
            <div className="contents">
              <dt className="font-medium">Left out</dt>
              <dd>
                <ul>
                  {basis.excluded.map((exclusion) => (
                    <li key={exclusion.reason}>
                      <span className="figures">{formats.number(exclusion.count)}</span> {exclusion.reason}
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          )}
        </dl>
        {basis.quality.warnings.length > 0 && (
          <ul aria-label="Quality warnings" className="space-y-1.5">
            {basis.quality.warnings.map((warning) => (
              <li key={warning.code} className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Badge tone="warn">{formats.number(warning.count)}</Badge>
                <span>
                  {warning.message} {warning.fix}
                </span>
                {warning.code === 'QUARANTINED' ? (
                  // These are in no figure and no list of issues: what could not be stored is told where sync is.
                  <Button asChild look="ghost" size="small">
                    <Link to="/settings?tab=jira#set-aside">Show them in Settings</Link>
                  </Button>
                ) : (
                  <Button look="ghost" size="small" onClick={() => setOpened(warning.code)}>
                    Show the issues
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      {opened && (
        <Suspense fallback={null}>
          <WarningIssues code={opened} of={props.of} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </details>
  );
}
