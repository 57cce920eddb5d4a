import type { ReactNode } from 'react';
import styles from './Empty.module.css';
import { Icon, type IconName } from './Icon';

export interface EmptyProps {
  icon?: IconName;
  title: ReactNode;
  /** Why it is empty and what fills it. */
  children?: ReactNode;
  action?: ReactNode;
}

export const Empty = ({ icon = 'sprout', title, children, action }: EmptyProps) => (
  <div className={styles.empty}>
    <span className={styles.icon}>
      <Icon name={icon} size={28} />
    </span>
    <p className={styles.title}>{title}</p>
    {children && <p className={styles.text}>{children}</p>}
    {action && <div className={styles.action}>{action}</div>}
  </div>
);
