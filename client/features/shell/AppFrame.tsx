import { Search, Sprout } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../ui/Button.tsx';
import { MobileNav } from './MobileNav.tsx';
import { NavLinks } from './NavLinks.tsx';
import { usePageFocus } from './use-page-focus.ts';

const CommandPalette = lazy(() =>
  import('./CommandPalette.tsx').then((module) => ({ default: module.CommandPalette })),
);

interface AppFrameProps {
  /** Whether there is a product to walk around in yet. */
  nav: boolean;
  account: ReactNode;
  sync: ReactNode;
  banners: ReactNode;
  children: ReactNode;
}

/** Header, navigation and main; the frame every signed-in page sits in. */
export function AppFrame({ nav, account, sync, banners, children }: AppFrameProps) {
  const main = usePageFocus();
  const [paletteOpen, setPaletteOpen] = useState(false);
  const opener = useRef<Element | null>(null);

  function onPaletteChange(open: boolean) {
    setPaletteOpen(open);
    // The palette's own dialog knows no trigger; a chosen page takes focus to its heading afterwards.
    if (!open) requestAnimationFrame(() => opener.current instanceof HTMLElement && opener.current.focus());
  }

  useEffect(() => {
    if (!nav) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      opener.current = document.activeElement;
      setPaletteOpen((open) => !open);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [nav]);

  return (
    <div className="min-h-dvh lg:pl-52 data-[nav=false]:lg:pl-0" data-nav={nav}>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2 focus:shadow-high"
      >
        Skip to content
      </a>
      {nav && (
        <aside className="fixed inset-y-0 left-0 z-20 hidden w-52 flex-col gap-6 border-r border-line bg-surface px-3 py-4 lg:flex">
          <Brand />
          <nav aria-label="Main">
            <NavLinks />
          </nav>
        </aside>
      )}
      <header className="sticky top-0 z-10 flex h-12 items-center gap-2 border-b border-line bg-surface/95 px-4 backdrop-blur">
        {nav && <MobileNav />}
        <div className={nav ? 'lg:hidden' : undefined}>
          <Brand compact={nav} />
        </div>
        <div className="flex-1" />
        {sync}
        {nav && (
          <Button
            look="secondary"
            size="small"
            aria-keyshortcuts="Control+K Meta+K"
            onClick={(event) => {
              opener.current = event.currentTarget;
              setPaletteOpen(true);
            }}
          >
            <Search size={14} aria-hidden />
            <span className="sr-only sm:not-sr-only">Search</span>
            <kbd aria-hidden className="hidden text-ink-muted sm:inline">
              Ctrl K
            </kbd>
          </Button>
        )}
        {account}
      </header>
      <main id="main" ref={main} tabIndex={-1} className="mx-auto w-full max-w-[110rem] space-y-4 px-4 py-5 sm:px-6">
        {banners}
        {children}
      </main>
      {paletteOpen && (
        <Suspense fallback={null}>
          <CommandPalette open={paletteOpen} onOpenChange={onPaletteChange} />
        </Suspense>
      )}
    </div>
  );
}

function Brand({ compact = false }: { compact?: boolean }) {
  return (
    <Link to="/" className="flex items-center gap-2 rounded px-1 font-semibold tracking-tight whitespace-nowrap">
      <Sprout size={18} aria-hidden className="text-accent" />
      <span className={compact ? 'sr-only sm:not-sr-only' : undefined}>Quantum Sprout</span>
    </Link>
  );
}
