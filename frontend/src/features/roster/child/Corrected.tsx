import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeOfDay } from '@/api/clock';
import { useRight } from '@/api/me';
import { Button, Dialog } from '@/ui';
import { useClasses } from '../roster.api';
import { type HistoryEntry, useHistory } from './child.api';
import styles from './child.module.css';
import { dayOf } from './history';
import { useWords } from './useWords';

interface Props {
  childId: string;
  /** As the history calls them. */
  fields: string[];
}

/** Says beside a field that it was corrected: what it was, who changed it, when and why. */
export function Corrected(props: Props) {
  return useRight('roster.history') ? <Mark {...props} /> : null;
}

const corrects = ({ verb, old, sealed, reason }: HistoryEntry) =>
  /^roster\.change_(child|health)$/.test(verb) && (sealed ? reason !== '' : old !== '');

function Mark({ childId, fields }: Props) {
  const { t } = useTranslation();
  const history = useHistory(childId);
  const [open, setOpen] = useState(false);
  const found = (history.data ?? []).filter((entry) => fields.includes(entry.field) && corrects(entry));
  if (found.length === 0) return null;
  return (
    <>
      <Button className={styles.inline} kind="text" size="small" onClick={() => setOpen(true)}>
        {t('roster.corrected', { count: found.length })}
      </Button>
      {open && <Corrections entries={found} onClose={() => setOpen(false)} />}
    </>
  );
}

function Corrections({ entries, onClose }: { entries: HistoryEntry[]; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords(useClasses().data ?? []);
  return (
    <Dialog title={t('roster.corrections')} closeLabel={t('app.close')} onClose={onClose} reading>
      <ol>
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.field}`} className={styles.item}>
            <span className={styles.words}>
              <span>
                {t('roster.field_is', { field: words.field(entry.field) })}
                {entry.sealed
                  ? t('roster.sealed')
                  : `${words.value(entry.field, entry.old)} → ${entry.new ? words.value(entry.field, entry.new) : t('roster.emptied')}`}
              </span>
              <span className={styles.small}>
                {`${dayOf(entry.at)} ${timeOfDay(entry.at)} · ${entry.by} · ${t('roster.because', { reason: entry.reason })}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
