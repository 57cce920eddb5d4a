import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';
import styles from './Notice.module.css';

export interface NoticeProps {
  tone?: 'info' | 'ok' | 'warn' | 'bad' | 'leave';
  icon?: IconName;
  children: ReactNode;
  action?: ReactNode;
  /** Read out at once. */
  alert?: boolean;
}

/** One sentence that stays on the page, with what can be done about it. */
export const Notice = ({ tone = 'info', icon, children, action, alert }: NoticeProps) => (
  <div className={cx(styles.notice, styles[tone])} role={alert ? 'alert' : undefined}>
    <Icon name={icon ?? (tone === 'info' || tone === 'leave' ? 'info' : tone === 'ok' ? 'check' : 'warn')} />
    <div className={styles.text}>{children}</div>
    {action}
  </div>
);
