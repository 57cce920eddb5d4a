import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Icon } from '@/ui';
import styles from './FirstStart.module.css';
import { FoundNursery } from './FoundNursery';
import type { Founded } from './start.api';

interface Props {
  onFounded: (founded: Founded) => void;
  /** Opens the demo; answers when it is there. */
  onDemo: () => void;
  demoBusy: boolean;
  demoError: string;
  footer: ReactNode;
}

/** The very first page: set up the nursery, or look around first. */
export function FirstStart({ onFounded, onDemo, demoBusy, demoError, footer }: Props) {
  const { t } = useTranslation();
  const [founding, setFounding] = useState(false);
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <header className={styles.header}>
          <img src="./icon.svg" alt="" width={64} height={64} />
          <h1>{t('start.welcome')}</h1>
          <p>{t('start.what')}</p>
        </header>
        {founding ? (
          <FoundNursery onFounded={onFounded} onBack={() => setFounding(false)} />
        ) : (
          <div className={styles.ways}>
            <section className={styles.way}>
              <Icon name="sprout" size={26} />
              <h2>{t('start.found')}</h2>
              <p>{t('start.found_what')}</p>
              <Button kind="primary" size="large" wide onClick={() => setFounding(true)}>
                {t('start.found_go')}
              </Button>
            </section>
            <section className={styles.way}>
              <Icon name="eye" size={26} />
              <h2>{t('start.demo')}</h2>
              <p>{t('start.demo_what')}</p>
              <Button size="large" wide busy={demoBusy} onClick={onDemo}>
                {t(demoBusy ? 'start.demo_busy' : 'start.demo_go')}
              </Button>
              {demoError && (
                <p className={styles.error} role="alert">
                  {demoError}
                </p>
              )}
            </section>
          </div>
        )}
        <footer className={styles.footer}>{footer}</footer>
      </div>
    </main>
  );
}
