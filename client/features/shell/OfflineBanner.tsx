import { useSyncExternalStore } from 'react';
import { Banner } from '../../ui/Banner.tsx';

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Says that what is shown may be old: the device is offline, or the last question was not answered. */
export function OfflineBanner({ failed }: { failed: boolean }) {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (!online) return <Banner>You are offline. What you see is what was loaded last.</Banner>;
  if (failed) return <Banner>The server did not answer just now. What you see may be out of date.</Banner>;
  return null;
}
