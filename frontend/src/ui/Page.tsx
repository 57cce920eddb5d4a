import type { ReactNode } from 'react';
import { cx } from './cx';
import styles from './Page.module.css';

export interface PageProps {
  /** Before the title: the way back. */
  before?: ReactNode;
  title: ReactNode;
  /** Facts beside the title: a day, a count. */
  meta?: ReactNode;
  /** At the end of the title's line; one primary action. */
  actions?: ReactNode;
  children: ReactNode;
  /** The title is for screen readers only: what stands beside it says it already. */
  untitled?: boolean;
  /** The page fills the window and scrolls inside itself. */
  fill?: boolean;
}

/** The frame of every page behind the sign-in. */
export const Page = ({ before, title, meta, actions, children, fill, untitled }: PageProps) => (
  <div className={cx(styles.page, fill && styles.fill)}>
    <header className={styles.header}>
      {before}
      <h1 className={cx(untitled && 'sr-only')}>{title}</h1>
      {meta && <div className={styles.meta}>{meta}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
    {children}
  </div>
);

export interface CardProps {
  title?: ReactNode;
  /** Beside the title. */
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** No padding, for tables. */
  flush?: boolean;
  className?: string;
}

export const Card = ({ title, note, actions, children, flush, className }: CardProps) => (
  <section className={cx(styles.card, flush && styles.flush, className)}>
    {title && (
      <header className={styles.cardHeader}>
        <h2>{title}</h2>
        {note && <p className={styles.note}>{note}</p>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
    )}
    {children}
  </section>
);
