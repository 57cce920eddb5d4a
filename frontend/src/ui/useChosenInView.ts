import { type RefObject, useLayoutEffect } from 'react';

const edge = 16;

/** Scrolls a strip of tabs, and nothing around it, so far that the chosen tab is seen whole. */
export function useChosenInView(strip: RefObject<HTMLElement | null>, chosen: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is what moves the strip
  useLayoutEffect(() => {
    const own = strip.current;
    const tab = own?.querySelector('[aria-selected="true"]');
    if (!own || !tab) return;
    const box = own.getBoundingClientRect();
    const at = tab.getBoundingClientRect();
    // A little of the neighbour stays in view: there is more to that side.
    if (at.left < box.left + edge) own.scrollLeft -= box.left + edge - at.left;
    else if (at.right > box.right - edge) own.scrollLeft += at.right - box.right + edge;
  }, [strip, chosen]);
}
