import { useLocation } from 'react-router';

/** Where to go once signed in: the page that was asked for, if it is one of ours. */
export function useArrival(): string {
  const state: unknown = useLocation().state;
  if (typeof state !== 'object' || state === null || !('returnTo' in state)) return '/';
  const { returnTo } = state;
  return typeof returnTo === 'string' && returnTo.startsWith('/') && !returnTo.startsWith('//') ? returnTo : '/';
}
