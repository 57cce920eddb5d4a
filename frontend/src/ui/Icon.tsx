import type { SVGProps } from 'react';

// Drawn on a 20 × 20 grid with one stroke, in the colour of the text.
const shapes = {
  home: 'M3.5 9 10 3.5 16.5 9v7.5h-4.2v-4.6H7.7v4.6H3.5z',
  log: 'M5 3.5h10v13H5zM7.5 7.5h5M7.5 10.5h5M7.5 13.5h3',
  people:
    'M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.5 16.3c.3-2.9 2.3-4.6 5-4.6s4.7 1.7 5 4.6M13 4.2a2.6 2.6 0 0 1 0 5M14.6 12c1.7.6 2.7 2.1 2.9 4.3',
  child: 'M10 8.8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM5 17c.2-3.3 2-5.3 5-5.3s4.8 2 5 5.3M8.8 5.6h.01M11.2 5.6h.01',
  staff: 'M10 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4.5 17c.2-3.3 2.3-5 5.5-5s5.3 1.7 5.5 5M10 12v2.4',
  room: 'M3.5 16.5V6L10 3l6.5 3v10.5M3 16.5h14M8 16.5v-4h4v4M8 8.5h4',
  import: 'M10 3v9M6.5 8.7 10 12.2l3.5-3.5M3.5 13v3.5h13V13',
  export: 'M10 12.2V3M6.5 6.5 10 3l3.5 3.5M3.5 13v3.5h13V13',
  report: 'M5 3h7l3.5 3.5V17H5zM12 3v3.5h3.5M7.5 10.5h5M7.5 13.5h5',
  settings:
    'M10 12.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM10 3v2M10 15v2M3 10h2M15 10h2M5.05 5.05l1.4 1.4M13.55 13.55l1.4 1.4M14.95 5.05l-1.4 1.4M6.45 13.55l-1.4 1.4',
  search: 'M9 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM12.7 12.7 16.5 16.5',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.2l2.8 1.7',
  check: 'M4 10.5 8.2 14.7 16 6',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  close: 'M5 5l10 10M15 5 5 15',
  left: 'M12 4.5 6.5 10l5.5 5.5',
  right: 'M8 4.5l5.5 5.5L8 15.5',
  down: 'M4.5 7.5 10 13l5.5-5.5',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  undo: 'M7 4 3.5 7.5 7 11M3.5 7.5h8a4.5 4.5 0 0 1 0 9H8',
  lock: 'M5 9.5h10V17H5zM7 9.5V6.8a3 3 0 0 1 6 0v2.7',
  print: 'M6 7.5V3h8v4.5M6 14H3.5V7.5h13V14H14M6 11.5h8V17H6z',
  folder: 'M3 5.5h5l1.5 2H17v9H3z',
  warn: 'M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.3h.01',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9.3v4M10 6.7h.01',
  sprout: 'M10 17v-6.5M10 10.5C10 7 7.5 5 3.5 5c0 3.7 2.4 5.7 6.5 5.5zM10 8.8c.2-3.3 2.5-5 6.5-5 0 3.6-2.3 5.5-6.5 5z',
  edit: 'M4 16l.8-3.3L13.5 4l2.5 2.5L7.3 15.2z',
  eye: 'M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  out: 'M8 3.5H4v13h4M9 10h8M13.7 6.5 17.2 10l-3.5 3.5',
  sun: 'M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM10 2.5v1.8M10 15.7v1.8M2.5 10h1.8M15.7 10h1.8M4.7 4.7 6 6M14 14l1.3 1.3M15.3 4.7 14 6M6 14l-1.3 1.3',
  bowl: 'M3 9.5h14c0 3.8-2.8 6.8-7 6.8s-7-3-7-6.8zM7.5 6.8c-.8-1.2.8-2 0-3.3M11.5 6.8c-.8-1.2.8-2 0-3.3',
  gate: 'M3.5 16.5v-10M16.5 16.5v-10M2.5 6.5h15M7 16.5V9.5h6v7M10 6.5V3.5',
  moon: 'M15.8 12.2A6.5 6.5 0 0 1 7.8 4.2 6.5 6.5 0 1 0 15.8 12.2z',
} as const;

export type IconName = keyof typeof shapes;

export interface IconProps extends Omit<SVGProps<SVGSVGElement>, 'name'> {
  name: IconName;
  /** Edge in pixels; 18 stands well beside body text. */
  size?: number;
}

/** A quiet line drawing; decoration only, so the words beside it carry the meaning. */
export function Icon({ name, size = 18, ...rest }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...rest}
    >
      <path d={shapes[name]} />
    </svg>
  );
}
