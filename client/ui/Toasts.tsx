import { Toaster } from 'sonner';
import { useTheme } from './theme.ts';

/** Where toasts appear; sonner reads them out politely. */
export function Toasts() {
  return <Toaster theme={useTheme().shown} position="bottom-right" closeButton toastOptions={{ duration: 6000 }} />;
}
