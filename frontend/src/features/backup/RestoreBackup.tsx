import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldSentences } from '@/api/sentence';
import { Button, Notice, TextField } from '@/ui';
import { restoreBackup } from './backup.api';
import styles from './RestoreBackup.module.css';
import { sizeWords } from './size';

interface Props {
  /** As a further nursery of this computer. */
  another?: boolean;
  /** The nursery is open; its people can sign in. */
  onRestored: () => void;
  onBack: () => void;
}

/** A backup and the recovery code make the nursery of this computer. */
export function RestoreBackup({ another = false, onRestored, onBack }: Props) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [code, setCode] = useState('');
  const restoring = useMutation({
    mutationFn: ({ from, by }: { from: File; by: string }) => restoreBackup(from, by, another),
    onSuccess: onRestored,
  });
  const { recoveryCode, ...others } = useFieldSentences(restoring.error);
  const elsewhere = Object.values(others)[0];
  const complete = file !== null && code.trim() !== '';
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (file && complete && !restoring.isPending) restoring.mutate({ from: file, by: code });
      }}
    >
      <header className={styles.header}>
        <h2>{t('backup.restore')}</h2>
        <p>{t('backup.restore_what')}</p>
      </header>
      {elsewhere && (
        <Notice tone="bad" alert>
          {elsewhere}
        </Notice>
      )}
      <ChooseBackup
        file={file}
        onFile={(chosen) => {
          setFile(chosen);
          restoring.reset();
        }}
      />
      <TextField
        label={t('backup.recovery_code')}
        hint={t('backup.recovery_code_hint')}
        error={recoveryCode}
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <div className={styles.buttons}>
        <Button onClick={onBack} disabled={restoring.isPending}>
          {t('backup.back')}
        </Button>
        <Button kind="primary" size="large" type="submit" busy={restoring.isPending} disabled={!complete}>
          {t(restoring.isPending ? 'backup.restoring' : 'backup.restore_go')}
        </Button>
      </div>
    </form>
  );
}

function ChooseBackup({ file, onFile }: { file: File | null; onFile: (file: File) => void }) {
  const { t, i18n } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.file}>
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={t('backup.choose')}
        accept=".yayuan"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) onFile(chosen);
          event.target.value = '';
        }}
      />
      <Button icon="folder" onClick={() => input.current?.click()}>
        {t(file ? 'backup.choose_other' : 'backup.choose')}
      </Button>
      <span role="status">
        {file ? `${file.name} · ${sizeWords(file.size, i18n.language)}` : t('backup.choose_what')}
      </span>
    </div>
  );
}
