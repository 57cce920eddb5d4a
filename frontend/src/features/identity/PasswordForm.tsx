import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Notice, TextField } from '@/ui';
import { type Session, signIn } from './identity.api';
import styles from './SignIn.module.css';

interface Props {
  onDone: (session: Session) => void;
}

/** Name and password; the first way in on a device. */
export function PasswordForm({ onDone }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const passwordInput = useRef<HTMLInputElement>(null);
  const entering = useMutation({
    mutationFn: () => signIn(userName.trim(), password),
    onSuccess: onDone,
    onError: () => {
      setPassword('');
      passwordInput.current?.focus();
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!entering.isPending) entering.mutate();
      }}
    >
      {entering.error && (
        <Notice tone="bad" alert>
          {sentence(entering.error)}
        </Notice>
      )}
      <TextField
        label={t('identity.user_name')}
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        value={userName}
        autoFocus
        onChange={(event) => setUserName(event.target.value)}
      />
      <TextField
        ref={passwordInput}
        label={t('identity.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button
        kind="primary"
        size="large"
        wide
        type="submit"
        busy={entering.isPending}
        disabled={!userName || !password}
      >
        {t('identity.sign_in')}
      </Button>
    </form>
  );
}
