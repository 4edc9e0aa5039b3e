import { Menu } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { Button } from '../../ui/Button.tsx';

const MobileNavSheet = lazy(() =>
  import('./MobileNavSheet.tsx').then((module) => ({ default: module.MobileNavSheet })),
);

/** The navigation of narrow screens, behind a button. */
export function MobileNav() {
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed address is the event that closes it
  useEffect(() => setOpen(false), [pathname]);
  return (
    <>
      <Button
        look="ghost"
        size="icon"
        className="lg:hidden"
        aria-label="Open navigation"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <Menu size={18} aria-hidden />
      </Button>
      {open && (
        <Suspense fallback={null}>
          <MobileNavSheet onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  );
}
