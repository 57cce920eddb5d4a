import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { toast } from '@/ui';
import { useWrite } from '../roster.api';
import { setHome } from './classes.api';
import styles from './classes.module.css';

/** Says whether the nursery is a home nursery, which has limits of its own. */
export function HomeSwitch({ home }: { home: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const saving = useWrite(setHome, () => toast(t('roster.changed'), 'ok'));
  return (
    <label className={styles.home}>
      <input
        type="checkbox"
        checked={home}
        disabled={saving.isPending}
        onChange={() => saving.mutate(!home, { onError: (error) => toast(sentence(error), 'bad') })}
      />
      <span>{t('classes.home')}</span>
      <small>{t('classes.home_what')}</small>
    </label>
  );
}
