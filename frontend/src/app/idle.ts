import { useEffect } from 'react';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const lookEveryMs = 5_000;

/** Calls `lock` after so many minutes without a touch of this page. */
export function useIdle(minutes: number, lock: () => void): void {
  useEffect(() => {
    if (minutes <= 0) return;
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
    };
    const look = () => {
      if (Date.now() - touched >= minutes * 60_000) lock();
    };
    const timer = setInterval(look, lookEveryMs);
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true, capture: true });
    // A computer that slept has run no timer.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, [minutes, lock]);
}
