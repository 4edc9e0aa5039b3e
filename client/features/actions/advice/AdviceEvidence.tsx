import { ChevronRight } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';

const EvidenceIssues = lazy(() =>
  import('./EvidenceIssues.tsx').then((module) => ({ default: module.EvidenceIssues })),
);

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
              className="group flex w-full items-baseline gap-3 px-3 py-1.5 text-left hover:bg-sunken"
            >
              <span className="min-w-0 flex-1 text-ink-soft group-hover:text-ink">{text}</span>
              <span className="figures text-right font-semibold">{value}</span>
              <ChevronRight size={14} aria-hidden className="shrink-0 self-center text-ink-muted" />
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
