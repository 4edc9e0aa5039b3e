import { Sprout } from 'lucide-react';
import type { ReactNode } from 'react';

interface AuthFrameProps {
  title: string;
  text: string;
  footer: ReactNode;
  children: ReactNode;
}

/** The quiet page around the sign-in and sign-up forms. */
export function AuthFrame({ title, text, footer, children }: AuthFrameProps) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 px-5 py-10">
      <title>{`${title} · Quantum Sprout`}</title>
      <p className="flex items-center gap-2 font-semibold tracking-tight">
        <Sprout size={20} aria-hidden className="text-accent" /> Quantum Sprout
      </p>
      <div>
        <h1 tabIndex={-1} className="text-2xl font-semibold tracking-tight">
          {title}
        </h1>
        <p className="mt-1 text-ink-soft">{text}</p>
      </div>
      {children}
      <p className="text-ink-soft">{footer}</p>
    </main>
  );
}
