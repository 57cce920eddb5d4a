import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldSentences } from '@/api/sentence';
import { Button, Notice, TextField } from '@/ui';
import styles from './FirstStart.module.css';
import { type Founded, found } from './start.api';

interface Props {
  /** A further nursery of this computer. */
  another?: boolean;
  onFounded: (founded: Founded) => void;
  onBack: () => void;
}

const empty = { nurseryName: '', directorName: '', userName: '', password: '', again: '' };
const shown = ['nurseryName', 'directorName', 'userName', 'password'];

/** The nursery's name and its director with a way to sign in. */
export function FoundNursery({ another, onFounded, onBack }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(empty);
  const different = typed.again !== '' && typed.again !== typed.password;
  const founding = useMutation({
    mutationFn: () => {
      const { again: _, ...rest } = typed;
      return found({ ...rest, another });
    },
    onSuccess: onFounded,
  });
  const errors = useFieldSentences(founding.error);
  const elsewhere = Object.entries(errors).find(([field]) => !shown.includes(field))?.[1];
  const input = (field: keyof typeof empty) => ({
    value: typed[field],
    error: errors[field],
    required: true,
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [field]: event.target.value }),
  });
  const complete = Object.values(typed).every((value) => value.trim() !== '') && !different;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && !founding.isPending) founding.mutate();
      }}
    >
      {elsewhere && (
        <Notice tone="bad" alert>
          {elsewhere}
        </Notice>
      )}
      <TextField
        label={t('start.nursery_name')}
        hint={t('start.nursery_name_hint')}
        autoFocus
        {...input('nurseryName')}
      />
      <div className={styles.pair}>
        <TextField label={t('start.director_name')} autoComplete="name" {...input('directorName')} />
        <TextField
          label={t('start.user_name')}
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          {...input('userName')}
        />
      </div>
      <div className={styles.pair}>
        <TextField label={t('start.password')} type="password" autoComplete="new-password" {...input('password')} />
        <TextField
          label={t('start.again')}
          type="password"
          autoComplete="new-password"
          {...input('again')}
          error={different ? t('start.different') : undefined}
        />
      </div>
      <div className={styles.buttons}>
        <Button onClick={onBack}>{t('start.back')}</Button>
        <Button kind="primary" size="large" type="submit" busy={founding.isPending} disabled={!complete}>
          {t(founding.isPending ? 'start.founding' : 'start.found_done')}
        </Button>
      </div>
    </form>
  );
}
