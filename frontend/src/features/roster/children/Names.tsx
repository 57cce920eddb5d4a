import type { ReactNode } from 'react';
import { Face } from '../photo/Face';
import styles from './children.module.css';

interface Props {
  child: { id: string; name: string; nickname: string; photo?: string };
  /** A second line, on phones only. */
  under?: ReactNode;
}

/** A child as everyone knows it: the face, the 小名 first, the full name beside it. */
export const Names = ({ child, under }: Props) => (
  <span className={styles.who}>
    <Face child={child} />
    <span className={styles.names}>
      <strong>{child.nickname || child.name}</strong>
      {child.nickname && <span className={styles.quiet}>{child.name}</span>}
      {under && <span className={styles.under}>{under}</span>}
    </span>
  </span>
);
