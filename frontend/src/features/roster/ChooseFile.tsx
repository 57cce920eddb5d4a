import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Icon } from '@/ui';
import styles from './Import.module.css';

/** A roster by button or by dropping it. */
export function ChooseFile({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section
      aria-label={t('import.choose')}
      className={styles.drop}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
      }}
    >
      <Icon name="import" size={32} />
      <p>{t('import.what_files')}</p>
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={t('import.choose')}
        accept=".xlsx,.xlsm,.csv,.txt"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
      <Button kind="primary" size="large" busy={busy} onClick={() => input.current?.click()}>
        {t(busy ? 'import.reading' : 'import.choose')}
      </Button>
    </section>
  );
}
