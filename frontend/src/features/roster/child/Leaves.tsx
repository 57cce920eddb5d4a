import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { Button, Card, cx, Tag, toast } from '@/ui';
import { type ChildFile, type Leave, voidLeave } from './child.api';
import styles from './child.module.css';
import { ReasonDialog } from './ReasonDialog';

const shownFirst = 5;

/** When the child was or will be away; a leave is taken back, never removed. */
export function Leaves({ child }: { child: ChildFile }) {
  const { t } = useTranslation();
  const writes = useRight('roster.leave');
  const [all, setAll] = useState(false);
  const [voiding, setVoiding] = useState<Leave | null>(null);
  const shown = all ? child.leaves : child.leaves.slice(0, shownFirst);
  const span = ({ from, until }: Leave) => (from === until ? from : t('roster.from_until', { from, until }));
  return (
    <Card title={t('roster.leaves')}>
      {child.leaves.length === 0 && <p className={styles.none}>{t('roster.no_leave')}</p>}
      <ul className={styles.items}>
        {shown.map((leave) => (
          <li key={leave.id} className={styles.item}>
            <span className={styles.words}>
              <span className={cx(styles.first, leave.state === 'void' && styles.void)}>
                <strong>{span(leave)}</strong>
                <span>{t(`roster.leave_${leave.kind}`)}</span>
              </span>
              <span className={styles.small}>
                {[leave.toldBy && t('roster.told', { by: leave.toldBy }), leave.note].filter(Boolean).join(' · ')}
              </span>
            </span>
            {leave.state === 'void' && <Tag>{t('roster.voided')}</Tag>}
            {leave.state !== 'void' && writes && (
              <Button kind="text" size="small" icon="undo" onClick={() => setVoiding(leave)}>
                {t('roster.void')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!all && child.leaves.length > shownFirst && (
        <div className={styles.foot}>
          <Button size="small" onClick={() => setAll(true)}>
            {t('roster.all_of', { count: child.leaves.length })}
          </Button>
        </div>
      )}
      {voiding && (
        <ReasonDialog
          title={t('roster.void_leave')}
          subtitle={t('roster.void_leave_what', { span: span(voiding) })}
          act={t('roster.void')}
          write={(reason) => voidLeave(voiding.id, reason)}
          onClose={() => setVoiding(null)}
          onDone={() => {
            setVoiding(null);
            toast(t('roster.leave_voided'), 'ok');
          }}
        />
      )}
    </Card>
  );
}
