import { type RefObject, useLayoutEffect } from 'react';

const gap = 4;
const margin = 8;

/**
 * Keeps a fixed box below what it belongs to, above where there is no room, and always inside of the window:
 * no dialog, card or scrolling page may cut it off.
 */
export function useBeside(box: RefObject<HTMLElement | null>, owner: () => Element | null | undefined) {
  useLayoutEffect(() => {
    const place = () => {
      const anchor = owner()?.getBoundingClientRect();
      const own = box.current;
      if (!anchor || !own) return;
      const { clientWidth, clientHeight } = document.documentElement;
      const below = anchor.bottom + gap;
      const above = anchor.top - gap - own.offsetHeight;
      const fits = below + own.offsetHeight <= clientHeight - margin;
      own.style.left = `${inside(anchor.left, clientWidth - own.offsetWidth)}px`;
      own.style.top = `${inside(fits || above < margin ? below : above, clientHeight - own.offsetHeight)}px`;
    };
    place();
    window.addEventListener('resize', place);
    // Scrolling does not bubble: the body of a dialog is heard on its way down.
    window.addEventListener('scroll', place, true);
    return () => {
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, true);
    };
  });
}

const inside = (at: number, last: number) => Math.max(margin, Math.min(at, last - margin));
