import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { createFormats, type Formats } from './format.ts';

const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const FormatContext = createContext<Formats | null>(null);

interface FormatProviderProps {
  locale: string | undefined;
  timeZone: string | undefined;
  children: ReactNode;
}

/** Gives everything below the viewer's way of writing dates and numbers; the browser's own until it is known. */
export function FormatProvider({ locale, timeZone, children }: FormatProviderProps) {
  const formats = useMemo(
    () => createFormats(locale ?? navigator.language, timeZone ?? browserZone()),
    [locale, timeZone],
  );
  return <FormatContext value={formats}>{children}</FormatContext>;
}

export function useFormats(): Formats {
  const formats = useContext(FormatContext);
  if (!formats) throw new Error('A FormatProvider has to be above this component.');
  return formats;
}
