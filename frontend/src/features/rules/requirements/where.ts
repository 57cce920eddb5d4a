import type { Result } from './requirement.api';

/** The page on which what a result asks for is recorded. */
export function whereOf({ kind, id, key, by }: Result): string {
  switch (kind) {
    case 'child':
      return `/children/${id}`;
    case 'person':
      return `/staff?person=${id}`;
    case 'class':
      return '/classes';
    case 'room':
      return '/settings/rooms';
    case 'nursery': {
      if (key === 'nursery.registration') return '/settings/nursery?field=registeredOn';
      const paper = by.at(-1)?.id;
      return paper ? `/settings/papers?field=${paper}` : '/settings/papers';
    }
  }
}
