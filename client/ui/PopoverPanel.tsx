import { cloneElement, lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react';

const PopoverBody = lazy(() => import('./PopoverBody.tsx').then((module) => ({ default: module.PopoverBody })));

interface PopoverPanelProps {
  /** The button that opens it. */
  trigger: ReactElement<{ onClick?: () => void; 'aria-haspopup'?: 'dialog'; 'aria-expanded'?: boolean }>;
  label: string;
  className?: string;
  children: ReactNode;
}

/** A panel beside its button. Until it is first wanted it is only the button, so that the first load stays small. */
export function PopoverPanel(props: PopoverPanelProps) {
  const [wanted, setWanted] = useState(false);
  const closed = cloneElement(props.trigger, {
    onClick: () => setWanted(true),
    'aria-haspopup': 'dialog',
    'aria-expanded': false,
  });
  if (!wanted) return closed;
  return (
    <Suspense fallback={closed}>
      <PopoverBody {...props} />
    </Suspense>
  );
}
