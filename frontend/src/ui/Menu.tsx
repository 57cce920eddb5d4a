import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';
import styles from './Menu.module.css';

export interface MenuItem {
  key: string;
  label: ReactNode;
  icon?: IconName;
  /** Marks the present choice. */
  current?: boolean;
  danger?: boolean;
  onSelect: () => void;
}

export interface MenuProps {
  /** What the button shows. */
  trigger: ReactNode;
  /** Spoken name where the trigger is no text. */
  label?: string;
  items: MenuItem[];
  align?: 'start' | 'end';
  /** Opens upwards, for buttons at the foot of the page. */
  up?: boolean;
  className?: string;
}

/** A button with a list of actions after the ARIA menu pattern. */
export function Menu({ trigger, label, items, align = 'start', up, className }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const away = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    const current = list.current?.querySelector<HTMLElement>('[aria-current]') ?? list.current?.querySelector('button');
    current?.focus();
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  const close = () => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    const all = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (next !== undefined) all[(next + all.length) % all.length]?.focus();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.root} ref={root}>
      <button
        type="button"
        className={cx(styles.trigger, className)}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </button>
      {open && (
        <div
          id={id}
          ref={list}
          role="menu"
          tabIndex={-1}
          className={cx(styles.list, styles[align], up && styles.up)}
          onKeyDown={keys}
        >
          {items.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              className={cx(styles.item, item.danger && styles.danger)}
              aria-current={item.current || undefined}
              onClick={() => {
                close();
                item.onSelect();
              }}
            >
              {item.icon && <Icon name={item.icon} />}
              <span className={styles.words}>{item.label}</span>
              {item.current && <Icon name="check" size={16} />}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
