import type { Me, Right } from '@/api/me';
import type { IconName } from '@/ui';

export interface NavItem {
  /** The route; the item is current on everything below it. */
  to: string;
  icon: IconName;
  /** Key of the word. */
  label: string;
  /** Shown to who has this right. */
  right: Right;
  /** 'office' stands under a line of its own on the desktop. */
  group: 'day' | 'office';
}

/** Every page that exists, in the order of the rail; phones show the first four. */
const items: NavItem[] = [
  { to: '/today', icon: 'home', label: 'app.nav_today', right: 'today.read', group: 'day' },
  { to: '/board', icon: 'log', label: 'app.nav_board', right: 'log.read', group: 'day' },
];

export const navOf = (me: Me): NavItem[] => items.filter((item) => me.rights.includes(item.right));
