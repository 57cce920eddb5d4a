import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, cx, Icon } from '@/ui';
import styles from './FirstStart.module.css';
import { FoundNursery } from './FoundNursery';
import type { Founded } from './start.api';

interface Props {
  /** A further nursery of this computer: where the way back leads. */
  another?: { onBack: () => void };
  /** Other nurseries of this computer, and folders that hold one. */
  others?: ReactNode;
  onFounded: (founded: Founded) => void;
  /** Opens the demo; answers when it is there. */
  onDemo: () => void;
  demoBusy: boolean;
  demoError: string;
  /** The form that takes a backup, with the way back. */
  restore: (onBack: () => void) => ReactNode;
  /** The word that leads there. */
  restoreLabel: string;
  footer: ReactNode;
}

/** The very first page: set up the nursery, look around first, or bring a backup back. */
export function FirstStart({
  another,
  others,
  onFounded,
  onDemo,
  demoBusy,
  demoError,
  restore,
  restoreLabel,
  footer,
}: Props) {
  const { t } = useTranslation();
  const [way, setWay] = useState<'choose' | 'found' | 'restore'>('choose');
  const back = () => setWay('choose');
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <header className={styles.header}>
          <img src="./icon.svg" alt="" width={64} height={64} />
          <h1>{t(another ? 'start.another' : 'start.welcome')}</h1>
          <p>{t(another ? 'start.another_what' : 'start.what')}</p>
        </header>
        {way === 'found' && <FoundNursery another={Boolean(another)} onFounded={onFounded} onBack={back} />}
        {way === 'restore' && restore(back)}
        {way === 'choose' && (
          <div className={styles.ways}>
            <section className={cx(styles.way, another && styles.others)}>
              <Icon name="sprout" size={26} />
              <h2>{t('start.found')}</h2>
              <p>{t('start.found_what')}</p>
              <Button kind="primary" size="large" wide onClick={() => setWay('found')}>
                {t('start.found_go')}
              </Button>
            </section>
            <section className={styles.way} hidden={Boolean(another)}>
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
            <Button kind="text" icon="folder" className={styles.quiet} onClick={() => setWay('restore')}>
              {restoreLabel}
            </Button>
            {another && (
              <Button kind="text" className={styles.quiet} onClick={another.onBack}>
                {t('start.back')}
              </Button>
            )}
            {others && <div className={styles.others}>{others}</div>}
          </div>
        )}
        <footer className={styles.footer}>{footer}</footer>
      </div>
    </main>
  );
}
