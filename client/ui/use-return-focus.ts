import { useRef } from 'react';

/**
 * For a Radix dialog that is opened by state and so has no trigger of its own to give focus back to: remembers what had
 * it when the dialog opened, and returns it there.
 */
export function useReturnFocus() {
  const opener = useRef<Element | null>(null);
  return {
    onOpenAutoFocus() {
      opener.current = document.activeElement;
    },
    onCloseAutoFocus(event: Event) {
      event.preventDefault();
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    },
  };
}
