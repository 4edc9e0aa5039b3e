import { useEffect, useRef } from 'react';
import { toast as show, Toaster } from 'sonner';
import { useTheme } from './theme.ts';
import type { Toast } from './toast.ts';

/** The toasts themselves; sonner reads them out politely. `told` only grows. */
export function ToastStack({ told }: { told: readonly Toast[] }) {
  const shown = useRef(0);
  // Runs after the Toaster below has begun to listen.
  useEffect(() => {
    for (const { kind, title, description, action } of told.slice(shown.current)) {
      const draw = kind === 'plain' ? show : show[kind];
      draw(title, { description, ...(action && { action }) });
    }
    shown.current = told.length;
  }, [told]);
  return <Toaster theme={useTheme().shown} position="bottom-right" closeButton toastOptions={{ duration: 6000 }} />;
}
