import { Sprout } from 'lucide-react';

/** The moment in which the session cookie is asked who is here. */
export function StartUp() {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-3 text-ink-muted">
      <Sprout size={28} aria-hidden className="text-accent" />
      <h1 className="text-sm">Opening Quantum Sprout…</h1>
    </main>
  );
}
