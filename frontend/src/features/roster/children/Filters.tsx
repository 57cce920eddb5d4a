import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, Input, Segmented, Select } from '@/ui';
import { useMyClasses } from '../roster.api';
import type { ListState, Wanted } from './children.api';
import styles from './children.module.css';

const states: ListState[] = ['enrolled', 'coming', 'left', 'all'];
/** A pause in typing, not every letter, asks the server. */
const pauseMs = 150;

interface Props {
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
  /** Who sees only own classes has neither classes nor states to choose from. */
  narrow: boolean;
}

/** Narrows the list: by name, 小名 or initials while typing, by class, by who is there. */
export function Filters({ wanted, onChange, narrow }: Props) {
  const { t } = useTranslation();
  const classes = useMyClasses();
  const [typed, setTyped] = useState(wanted.text);
  useEffect(() => setTyped(wanted.text), [wanted.text]);
  useEffect(() => {
    if (typed === wanted.text) return;
    const timer = setTimeout(() => onChange({ ...wanted, text: typed }), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, wanted, onChange]);
  return (
    <search className={styles.filters}>
      <span className={styles.search}>
        <Icon name="search" />
        <Input
          type="search"
          autoComplete="off"
          spellCheck={false}
          aria-label={t('roster.search')}
          placeholder={t('roster.search_how')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </span>
      {(!narrow || classes.length > 1) && (
        <span className={styles.class}>
          <Select
            aria-label={t('roster.class')}
            value={wanted.classId}
            placeholder={t('roster.all_classes')}
            options={classes.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(classId) => onChange({ ...wanted, classId })}
          />
        </span>
      )}
      {!narrow && (
        <Segmented
          label={t('roster.state')}
          value={wanted.state}
          choices={states.map((state) => ({ value: state, label: t(`roster.state_${state}`) }))}
          onChange={(state) => onChange({ ...wanted, state: state as ListState })}
        />
      )}
    </search>
  );
}
