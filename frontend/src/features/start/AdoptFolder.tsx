import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Dialog, Notice, TextField } from '@/ui';
import styles from './FirstStart.module.css';

interface Props {
  /** What the first try was refused with: the key of that folder is not here. */
  first: unknown;
  adopt: (code: string) => Promise<unknown>;
  onAdopted: () => void;
  onClose: () => void;
}

/** Asks for the recovery code of a folder whose key this computer does not have. */
export function AdoptFolder({ first, adopt, onAdopted, onClose }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [code, setCode] = useState('');
  const adopting = useMutation({ mutationFn: () => adopt(code), onSuccess: onAdopted });
  return (
    <Dialog
      title={t('start.nursery_adopt')}
      subtitle={t('start.adopt_code_what')}
      closeLabel={t('app.close')}
      onClose={onClose}
      onSubmit={() => {
        if (code.trim() && !adopting.isPending) adopting.mutate();
      }}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button kind="primary" type="submit" busy={adopting.isPending} disabled={!code.trim()}>
            {t('start.adopt_go')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Notice tone="bad" alert>
          {sentence(adopting.error ?? first)}
        </Notice>
        <TextField
          autoFocus
          autoComplete="off"
          spellCheck={false}
          label={t('start.adopt_code')}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
