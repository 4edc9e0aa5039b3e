import { ChevronRight } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { cn } from '../../../ui/cn.ts';

const EvidenceIssues = lazy(() =>
  import('./EvidenceIssues.tsx').then((module) => ({ default: module.EvidenceIssues })),
);

/** What is longer is a list of things, which would shout in bold. */
const longestFigure = 40;

interface AdviceEvidenceProps {
  recommendationId: string;
  evidence: readonly { readonly text: string; readonly value: string }[];
}

/** The facts that speak for a recommendation; each opens the issues it is made of. */
export function AdviceEvidence({ recommendationId, evidence }: AdviceEvidenceProps) {
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <>
      <ul aria-label="Evidence" className="divide-y divide-line rounded-md border border-line">
        {evidence.map(({ text, value }) => (
          <li key={text}>
            <button
              type="button"
              onClick={() => setOpened(text)}
              className="group flex w-full items-center gap-3 px-3 py-1.5 text-left hover:bg-sunken"
            >
              <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4">
                <span className="flex-1 basis-56 text-ink-soft group-hover:text-ink">{text}</span>
                <span className={cn('figures min-w-0', value.length > longestFigure ? 'font-medium' : 'font-semibold')}>
                  {value}
                </span>
              </span>
              <ChevronRight size={14} aria-hidden className="shrink-0 text-ink-muted" />
              <span className="sr-only">: show the issues</span>
            </button>
          </li>
        ))}
      </ul>
      {opened !== null && (
        <Suspense fallback={null}>
          <EvidenceIssues recommendationId={recommendationId} text={opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
}
