import type { ReactNode } from 'react';
import { cx } from './cx';
import styles from './Tag.module.css';

export type Tone = 'plain' | 'ok' | 'warn' | 'bad' | 'leave' | 'sleep' | 'primary';

export interface TagProps {
  tone?: Tone;
  /** More words for those who hover or listen. */
  title?: string;
  /** Shows every word on as many lines as it takes, for what safety hangs on. */
  whole?: boolean;
  children: ReactNode;
}

/** A short word whose colour only repeats what the word says. */
export const Tag = ({ tone = 'plain', title, whole, children }: TagProps) => (
  <span className={cx(styles.tag, styles[tone], whole && styles.whole)} title={title}>
    {children}
  </span>
);
