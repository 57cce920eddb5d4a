import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const kept = 'yayuan.theme';
const listeners = new Set<() => void>();

const remembered = (): Theme => {
  try {
    const value = localStorage.getItem(kept);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
};

let theme: Theme = remembered();

const paint = (): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};

export function setTheme(next: Theme): void {
  theme = next;
  try {
    localStorage.setItem(kept, next);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  paint();
  for (const listener of listeners) listener();
}

export const startTheme = paint;

export const useTheme = (): Theme =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => theme,
  );
