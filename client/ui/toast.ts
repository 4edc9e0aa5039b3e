/** A short message about what has just happened. */
export interface Toast {
  readonly kind: 'plain' | 'success' | 'error';
  readonly title: string;
  readonly description?: string;
}

export const toastEvent = 'toast';

const teller =
  (kind: Toast['kind']) =>
  (title: string | undefined, more: Pick<Toast, 'description'> = {}): void => {
    const detail: Toast = { kind, title: title ?? '', ...more };
    dispatchEvent(new CustomEvent(toastEvent, { detail }));
  };

/** Tells it in a toast: a plain one, or that something succeeded or failed. Drawn by Toasts. */
export const toast = Object.assign(teller('plain'), { success: teller('success'), error: teller('error') });
