import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar, Button, Loading } from '@/ui';
import { type QuickPerson, type Session, useQuickPeople } from './identity.api';
import { PasswordForm } from './PasswordForm';
import { PinPad } from './PinPad';
import styles from './SignIn.module.css';

interface Props {
  title: string;
  /** A line under the title: what this is, or who was here. */
  note: string;
  /** Whose page lies behind; stands first. */
  first?: string;
  onDone: (session: Session) => void;
  footer?: ReactNode;
}

/** The way in: tiles of the people of this device for their PIN, or name and password. */
export function SignIn({ title, note, first, onDone, footer }: Props) {
  const { t } = useTranslation();
  const quick = useQuickPeople();
  const [chosen, setChosen] = useState<QuickPerson | null>(null);
  const [byPassword, setByPassword] = useState(false);
  const people = [...(quick.data ?? [])].sort((a, b) => Number(b.id === first) - Number(a.id === first));
  const tiles = people.length > 0 && !byPassword;
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <header className={styles.header}>
          <img src="./icon.svg" alt="" width={48} height={48} />
          <h1>{title}</h1>
          <p>{note}</p>
        </header>
        {quick.isLoading ? (
          <Loading label={t('identity.waiting')} />
        ) : chosen ? (
          <PinPad key={chosen.id} person={chosen} onDone={onDone} onBack={() => setChosen(null)} />
        ) : tiles ? (
          <ul className={styles.tiles}>
            {people.map((person) => (
              <li key={person.id}>
                <button type="button" className={styles.tile} onClick={() => setChosen(person)}>
                  <Avatar seed={person.id} />
                  <span>
                    <strong>{person.name}</strong>
                    <small>{person.roles.map((role) => t(`identity.role_${role}`)).join(' · ')}</small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <PasswordForm onDone={onDone} />
        )}
        {people.length > 0 && !chosen && (
          <Button kind="text" wide onClick={() => setByPassword(!byPassword)}>
            {t(byPassword ? 'identity.use_pin' : 'identity.use_password')}
          </Button>
        )}
        {footer}
      </div>
    </main>
  );
}
