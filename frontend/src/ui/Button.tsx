import type { ButtonHTMLAttributes, Ref } from 'react';
import styles from './Button.module.css';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One primary action on a page; text for actions inside a row. */
  kind?: 'primary' | 'plain' | 'text' | 'danger';
  size?: 'small' | 'normal' | 'large';
  icon?: IconName;
  /** The key that does the same. */
  shortcut?: string;
  /** Work is under way: the button stays focusable and does nothing. */
  busy?: boolean;
  wide?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ kind = 'plain', size = 'normal', icon, shortcut, busy, wide, ...rest }: ButtonProps) {
  const { children, className, onClick, type = 'button', ...attributes } = rest;
  return (
    <button
      type={type}
      className={cx(
        styles.button,
        styles[kind],
        styles[size],
        wide && styles.wide,
        !children && styles.bare,
        className,
      )}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...attributes}
    >
      {icon && <Icon name={icon} size={size === 'small' ? 16 : 18} />}
      {children}
      {shortcut && <kbd className={styles.kbd}>{shortcut}</kbd>}
    </button>
  );
}
