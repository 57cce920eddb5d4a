import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nowText, timeOfDay, today } from '@/api/clock';
import { Card, DateField, TextField } from '@/ui';
import form from '../Form.module.css';
import { useClasses } from '../roster.api';
import { useGroups, useWhereabouts } from './groups.api';
import styles from './groups.module.css';

/** Where everybody is at one time of a day, by plan. */
export function Whereabouts() {
  const { t } = useTranslation();
  const [day, setDay] = useState(today());
  const [time, setTime] = useState(() => timeOfDay(nowText()));
  const classes = useClasses().data ?? [];
  const groups = useGroups().data ?? [];
  const places = useWhereabouts(day, time).data ?? [];
  const nameOf = (groupId: string, classId: string) =>
    groupId
      ? (groups.find(({ id }) => id === groupId)?.name ?? t('groups.title'))
      : (classes.find(({ id }) => id === classId)?.name ?? '');
  return (
    <Card title={t('groups.where')} note={t('groups.where_note')}>
      <div className={form.pair}>
        <DateField label={t('groups.day')} today={today()} value={day} onChange={setDay} />
        <TextField
          autoComplete="off"
          label={t('groups.time')}
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
      </div>
      <ul className={styles.places} aria-live="polite">
        {places.map((place) => (
          <li key={place.groupId + place.classId}>
            <strong>{nameOf(place.groupId, place.classId)}</strong>
            <span className={styles.quiet}>{place.room}</span>
            <span>{t('groups.people', { count: place.children })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
