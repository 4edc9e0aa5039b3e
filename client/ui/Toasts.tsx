import { type ComponentType, useEffect, useState } from 'react';
import { type Toast, toastEvent } from './toast.ts';

interface Stack {
  readonly Stack: ComponentType<{ told: readonly Toast[] }>;
}

/**
 * Where toasts appear. What draws them is fetched when somebody first does something: a page needs none to begin with,
 * and one that tells of a lost connection has to be there already.
 */
export function Toasts() {
  const [told, setTold] = useState<readonly Toast[]>([]);
  const [loaded, setLoaded] = useState<Stack | null>(null);
  useEffect(() => {
    const load = () => {
      // Without a server there is none yet: what is done next asks again.
      import('./ToastStack.tsx').then(
        ({ ToastStack }) => setLoaded({ Stack: ToastStack }),
        () => setLoaded(null),
      );
    };
    const onToast = ({ detail }: CustomEventInit<Toast>) => {
      if (!detail) return;
      setTold((now) => [...now, detail]);
      load();
    };
    addEventListener(toastEvent, onToast);
    if (!loaded) {
      addEventListener('pointerdown', load);
      addEventListener('keydown', load);
    }
    return () => {
      removeEventListener(toastEvent, onToast);
      removeEventListener('pointerdown', load);
      removeEventListener('keydown', load);
    };
  }, [loaded]);
  return loaded && <loaded.Stack told={told} />;
}
