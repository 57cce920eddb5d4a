import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '@/api/me';
import { endSession } from '@/api/session';
import type { Session } from '@/features/identity/identity.api';
import { SignIn } from '@/features/identity/SignIn';
import { Button } from '@/ui';
import styles from './LockScreen.module.css';

interface Props {
  me: Me;
  onDone: (session: Session) => void;
}

/** Covers the page, open dialogs too, and cannot be closed but by signing in. */
export function LockScreen({ me, onDone }: Props) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    const show = () => {
      if (dialog && !dialog.open && dialog.isConnected) dialog.showModal();
    };
    show();
    // A second Escape closes a dialog whatever the page says to the first.
    dialog?.addEventListener('close', show);
    return () => {
      dialog?.removeEventListener('close', show);
      dialog?.close();
    };
  }, []);
  const out = (
    <Button kind="text" wide onClick={endSession}>
      {t('app.sign_out')}
    </Button>
  );
  return (
    <dialog ref={ref} className={styles.lock} aria-label={t('app.locked')} onCancel={(event) => event.preventDefault()}>
      <SignIn
        title={t('app.locked')}
        note={t('app.locked_note', { name: me.name })}
        first={me.id}
        onDone={onDone}
        footer={out}
      />
    </dialog>
  );
}
