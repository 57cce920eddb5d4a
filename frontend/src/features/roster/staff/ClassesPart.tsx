import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useRight } from '@/api/me';
import { Button, Tag, toast } from '@/ui';
import { AssignDialog } from './AssignDialog';
import { Part } from './Part';
import type { StaffClass, StaffRow } from './staff.api';
import styles from './staff.module.css';
import type { StaffFile } from './staffFile.api';

/** The classes that somebody leads or assists in: now, to come, and before. */
export function ClassesPart({ row, file }: { row: StaffRow; file: StaffFile }) {
  const { t } = useTranslation();
  const writes = useRight('staff.write');
  const [doing, setDoing] = useState<'assign' | StaffClass | null>(null);
  const close = () => setDoing(null);
  const done = () => {
    close();
    toast(t('roster.changed'), 'ok');
  };
  const past = file.assignments.filter(({ until }) => until !== '' && until < today());
  return (
    <Part
      title={t('staff.classes')}
      action={writes && { icon: 'plus', label: t('staff.assign'), run: () => setDoing('assign') }}
    >
      {row.classes.length === 0 && <p className={styles.quiet}>{t('staff.no_class')}</p>}
      {row.classes.map((each) => (
        <Assigned key={each.id + each.from} assigned={each} onEnd={writes ? () => setDoing(each) : undefined} />
      ))}
      {past.length > 0 && (
        <details>
          <summary className={styles.quiet}>{t('staff.classes_before', { count: past.length })}</summary>
          {past.map((each) => (
            <Assigned key={each.id + each.from} assigned={each} />
          ))}
        </details>
      )}
      {doing === 'assign' && <AssignDialog row={row} onClose={close} onDone={done} />}
      {doing && doing !== 'assign' && <AssignDialog row={row} present={doing} onClose={close} onDone={done} />}
    </Part>
  );
}

function Assigned({ assigned, onEnd }: { assigned: StaffClass; onEnd?: () => void }) {
  const { t } = useTranslation();
  const { from, until } = assigned;
  return (
    <div className={styles.item}>
      <span>
        <strong>{`${assigned.name} · ${t(`staff.duty_${assigned.duty}`)}`}</strong>
        <span className={styles.quiet}>
          {until ? t('roster.from_until', { from, until }) : t('roster.from_on', { from })}
        </span>
      </span>
      {from > today() && <Tag tone="leave">{t('roster.when_coming')}</Tag>}
      {onEnd && (
        <Button kind="text" size="small" onClick={onEnd} aria-label={t('staff.end_named', { class: assigned.name })}>
          {t('staff.end')}
        </Button>
      )}
    </div>
  );
}
