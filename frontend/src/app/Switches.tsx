import { useTranslation } from 'react-i18next';
import { Button } from '@/ui';
import { setLanguage } from './i18n';
import styles from './Switches.module.css';
import { setTheme, type Theme, useTheme } from './theme';

const nextTheme: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

/** Language and look, for pages outside the sign-in. */
export function Switches({ note }: { note: string }) {
  const { t, i18n } = useTranslation();
  const theme = useTheme();
  return (
    <div className={styles.switches}>
      <span>{note}</span>
      <Button kind="text" size="small" onClick={() => void setLanguage(i18n.language === 'zh' ? 'en' : 'zh')}>
        {t('app.language')}
      </Button>
      <Button kind="text" size="small" onClick={() => setTheme(nextTheme[theme])}>
        {t(`app.theme_${theme}`)}
      </Button>
    </div>
  );
}
