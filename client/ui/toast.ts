/** A short message about what has just happened. */
export interface Toast {
  readonly kind: 'plain' | 'success' | 'error';
  readonly title: string;
  readonly description?: string;
  /** What can be done about it at once. */
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

export const toastEvent = 'toast';

const teller =
  (kind: Toast['kind']) =>
  (title: string | undefined, more: Pick<Toast, 'description' | 'action'> = {}): void => {
    const detail: Toast = { kind, title: title ?? '', ...more };
    dispatchEvent(new CustomEvent(toastEvent, { detail }));
  };

/** Tells it in a toast: a plain one, or that something succeeded or failed. Drawn by Toasts. */
export const toast = Object.assign(teller('plain'), { success: teller('success'), error: teller('error') });
