import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldSentences } from '@/api/sentence';
import { Button, Dialog, Notice, TextField, toast } from '@/ui';
import { meKey, setPassword, setPin } from './identity.api';
import styles from './SignIn.module.css';

interface Props {
  kind: 'pin' | 'password';
  onClose: () => void;
}

/** Sets one's own PIN or password; both ask for the present password. */
export function OwnAccess({ kind, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const saving = useMutation({
    mutationFn: () => (kind === 'pin' ? setPin(present, next) : setPassword(present, next)),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: meKey });
      toast(t(`identity.${kind}_saved`), 'ok');
      onClose();
    },
  });
  const errors = useFieldSentences(saving.error);
  const different = again !== '' && next !== again;
  const typed = kind === 'pin' ? next.replace(/\D/g, '') === next && next.length >= 4 : next.length > 0;
  const secret = {
    type: 'password',
    autoComplete: 'new-password',
    inputMode: kind === 'pin' ? 'numeric' : 'text',
  } as const;
  return (
    <Dialog
      title={t(`identity.set_${kind}`)}
      subtitle={t(`identity.set_${kind}_why`)}
      closeLabel={t('app.close')}
      onClose={onClose}
      onSubmit={() => {
        if (typed && next === again && !saving.isPending) saving.mutate();
      }}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button kind="primary" type="submit" busy={saving.isPending} disabled={!typed || next !== again || !present}>
            {t('app.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {saving.error && (
          <Notice tone="bad" alert>
            {Object.values(errors)[0]}
          </Notice>
        )}
        <TextField
          label={t('identity.present_password')}
          type="password"
          autoComplete="current-password"
          value={present}
          autoFocus
          onChange={(event) => setPresent(event.target.value)}
        />
        <TextField
          label={t(`identity.new_${kind}`)}
          {...secret}
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
        <TextField
          label={t('identity.again')}
          {...secret}
          value={again}
          error={different ? t('identity.different') : undefined}
          onChange={(event) => setAgain(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
