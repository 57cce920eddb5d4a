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
  /** Not to who has this one, and with it a fuller page for the same. */
  unless?: Right;
  /** 'office' stands under a line of its own on the desktop. */
  group: 'day' | 'office';
}

/** Every page that exists, in the order of the rail; phones show the first four. */
const items: NavItem[] = [
  { to: '/today', icon: 'home', label: 'app.nav_today', right: 'today.read', group: 'day' },
  { to: '/board', icon: 'log', label: 'app.nav_board', right: 'log.read', group: 'day' },
  { to: '/allergies', icon: 'bowl', label: 'app.nav_allergies', right: 'roster.allergies', group: 'day' },
  // On a child's page stands all of this and more.
  { to: '/gate', icon: 'gate', label: 'app.nav_gate', right: 'roster.collectors', unless: 'roster.read', group: 'day' },
  { to: '/children', icon: 'people', label: 'app.nav_children', right: 'roster.read', group: 'office' },
  { to: '/classes', icon: 'room', label: 'app.nav_classes', right: 'roster.write', group: 'office' },
  { to: '/staff', icon: 'staff', label: 'app.nav_staff', right: 'staff.read', group: 'office' },
  { to: '/consents', icon: 'edit', label: 'app.nav_consents', right: 'consent.write', group: 'office' },
  { to: '/requirements', icon: 'clock', label: 'app.nav_requirements', right: 'requirements.read', group: 'office' },
  { to: '/filing', icon: 'report', label: 'app.nav_filing', right: 'filing.read', group: 'office' },
  { to: '/settings', icon: 'settings', label: 'app.nav_settings', right: 'nursery.write', group: 'office' },
];

export const navOf = ({ rights }: Me): NavItem[] =>
  items.filter(({ right, unless }) => rights.includes(right) && !(unless && rights.includes(unless)));
