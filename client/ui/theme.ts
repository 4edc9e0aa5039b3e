import { useCallback, useSyncExternalStore } from 'react';

export type ThemeChoice = 'system' | 'light' | 'dark';

const key = 'theme';
const changed = 'themechange';

function readChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch (cause) {
    if (cause instanceof DOMException) return 'system';
    throw cause;
  }
}

const systemIsDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

function paint(): void {
  const choice = readChoice();
  const dark = choice === 'dark' || (choice === 'system' && systemIsDark().matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

function subscribe(listener: () => void): () => void {
  const system = systemIsDark();
  const onChange = () => {
    paint();
    listener();
  };
  system.addEventListener('change', onChange);
  addEventListener('storage', onChange);
  addEventListener(changed, onChange);
  return () => {
    system.removeEventListener('change', onChange);
    removeEventListener('storage', onChange);
    removeEventListener(changed, onChange);
  };
}

const readShown = (): 'light' | 'dark' => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');

/** The person's choice, what it comes to now, and how to change it. `theme.js` has painted the first frame. */
export function useTheme() {
  const choice = useSyncExternalStore(subscribe, readChoice);
  const shown = useSyncExternalStore(subscribe, readShown);
  const choose = useCallback((next: ThemeChoice) => {
    if (next === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, next);
    dispatchEvent(new Event(changed));
  }, []);
  return { choice, shown, choose };
}
