import { useSyncExternalStore } from 'react';

const narrow = () => globalThis.matchMedia('(max-width: 760px)');

const listen = (changed: () => void) => {
  const query = narrow();
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** Whether the page is as narrow as a phone. */
export const usePhone = (): boolean => useSyncExternalStore(listen, () => narrow().matches);
