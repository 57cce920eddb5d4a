import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Card } from '@/ui';
import { openGaps } from './draft';
import styles from './Filing.module.css';
import type { Done } from './filing.api';

interface Props {
  done: Done;
  day: string;
  onSave: () => void;
  saving: boolean;
}

/** What was written into the workbook, and what its reader will wonder about. */
export function FillResult({ done, day, onSave, saving }: Props) {
  const { t } = useTranslation();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (done.filing.id) place.current?.focus();
  }, [done.filing.id]);
  const { kept, hollow, empty } = done;
  const gaps = openGaps(done.gaps).length;
  return (
    <section ref={place} tabIndex={-1} aria-label={t('filing.done')} className={styles.noPrint}>
      <Card
        title={t('filing.done')}
        actions={
          <Button kind="primary" icon="export" busy={saving} onClick={onSave}>
            {t('filing.save_copy')}
          </Button>
        }
      >
        <p className={styles.tally}>
          <span>{done.filing.fileName}</span>
          <span>{t('filing.written', { count: done.written })}</span>
          {done.added > 0 && <span>{t('filing.added', { count: done.added })}</span>}
          {empty.length > 0 && <span>{t('filing.left_empty', { count: empty.length })}</span>}
          {gaps > 0 && <span>{t('filing.gaps_left', { count: gaps })}</span>}
        </p>
        <ul className={styles.remarks}>
          {kept.map((each) => (
            <li key={each.cell}>
              {t(each.count > 1 ? 'filing.kept_many' : 'filing.kept', {
                cell: each.cell,
                count: each.count,
                of: each.day,
                day,
              })}
              <code>{each.formula}</code>
            </li>
          ))}
          {hollow.length > 0 && <li>{t('filing.hollow', { cells: hollow.join(t('filing.comma')) })}</li>}
          {empty.length > 0 && <li>{t('filing.empty_cells', { cells: empty.join(t('filing.comma')) })}</li>}
        </ul>
      </Card>
    </section>
  );
}
