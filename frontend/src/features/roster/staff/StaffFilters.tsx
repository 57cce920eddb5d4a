import { useTranslation } from 'react-i18next';
import { Icon, Input, Segmented } from '@/ui';
import type { StaffState } from './staff.api';
import styles from './staff.module.css';

interface Props {
  text: string;
  onText: (text: string) => void;
  state: StaffState;
  onState: (state: StaffState) => void;
}

/** Narrows the list of staff by name or initials, and to who works here now. */
export function StaffFilters({ text, onText, state, onState }: Props) {
  const { t } = useTranslation();
  return (
    <search className={styles.filters}>
      <span className={styles.search}>
        <Icon name="search" />
        <Input
          type="search"
          autoComplete="off"
          spellCheck={false}
          aria-label={t('staff.search')}
          placeholder={t('staff.search_how')}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      </span>
      <Segmented
        label={t('staff.state')}
        value={state}
        choices={(['present', 'all'] as const).map((each) => ({ value: each, label: t(`staff.state_${each}`) }))}
        onChange={(each) => onState(each as StaffState)}
      />
    </search>
  );
}
