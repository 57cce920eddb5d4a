import { useTranslation } from 'react-i18next';
import { timeOfDay } from '@/api/clock';
import { useContacts } from './collect.api';
import styles from './collect.module.css';

const dayOf = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(5, 10);

/** Who called whom lately; the numbers are not kept. */
export function Calls({ childId }: { childId: string }) {
  const { t } = useTranslation();
  const contacts = useContacts(childId).data ?? [];
  if (contacts.length === 0) return null;
  return (
    <ul className={styles.calls} aria-label={t('collect.calls')}>
      {contacts.map(({ at, by, name, relation }) => (
        <li key={at + by + name}>
          {t('collect.called', {
            when: `${dayOf(at)} ${timeOfDay(at)}`,
            by,
            whom: relation ? `${name}（${relation}）` : name,
          })}
        </li>
      ))}
    </ul>
  );
}
