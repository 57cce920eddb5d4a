import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Notice } from '@/ui';
import styles from './RecoveryCode.module.css';

interface Props {
  code: string;
  nursery: string;
  /** Where the everyday key lies when the system has no keychain; empty when it has one. */
  keyPath: string;
  onPrint: () => void;
  onKept: () => void;
}

/** Shown once: the only way to the data when this computer is gone. */
export function RecoveryCode({ code, nursery, keyPath, onPrint, onKept }: Props) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <h1>{t('start.recovery')}</h1>
        <p>{t('start.recovery_what')}</p>
        <figure className={styles.paper}>
          <figcaption>{t('start.recovery_of', { nursery })}</figcaption>
          <code className={styles.code}>{code}</code>
          <p>{t('start.recovery_paper')}</p>
        </figure>
        {keyPath && (
          <Notice tone="warn">
            {t('start.key_file')}
            <br />
            <code className={styles.path}>{keyPath}</code>
          </Notice>
        )}
        <label className={styles.kept}>
          <input type="checkbox" checked={kept} onChange={(event) => setKept(event.target.checked)} />
          <span>{t('start.recovery_kept')}</span>
        </label>
        <div className={styles.buttons}>
          <Button icon="print" size="large" onClick={onPrint}>
            {t('start.recovery_print')}
          </Button>
          <Button kind="primary" size="large" disabled={!kept} onClick={onKept}>
            {t('start.recovery_go')}
          </Button>
        </div>
      </div>
    </main>
  );
}
