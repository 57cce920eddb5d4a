import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Avatar, Button, cx, Icon } from '@/ui';
import { type QuickPerson, type Session, signInByPin } from './identity.api';
import styles from './PinPad.module.css';

const shortest = 4;
const longest = 8;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

interface Props {
  person: QuickPerson;
  onDone: (session: Session) => void;
  onBack: () => void;
}

/** One person's PIN by touch or keyboard. */
export function PinPad({ person, onDone, onBack }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [pin, setPin] = useState('');
  const pad = useRef<HTMLElement>(null);
  const entering = useMutation({
    mutationFn: () => signInByPin(person.id, pin),
    onSuccess: onDone,
    onError: () => setPin(''),
  });
  useEffect(() => pad.current?.focus(), []);
  const add = (digit: string) => setPin((typed) => (typed.length < longest ? typed + digit : typed));
  const enter = () => {
    if (pin.length >= shortest && !entering.isPending) entering.mutate();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^\d$/.test(event.key)) add(event.key);
    else if (event.key === 'Backspace') setPin(pin.slice(0, -1));
    else if (event.key === 'Enter' && event.target === pad.current) enter();
    else if (event.key === 'Escape') onBack();
    else return;
    event.preventDefault();
  };
  return (
    <section
      ref={pad}
      className={styles.pad}
      tabIndex={-1}
      aria-label={t('identity.pin_of', { name: person.name })}
      onKeyDown={keys}
    >
      <div className={styles.who}>
        <Avatar seed={person.id} size="large" />
        <strong>{person.name}</strong>
      </div>
      <div className={styles.dots} role="status" aria-label={t('identity.pin_typed', { count: pin.length })}>
        {Array.from({ length: Math.max(shortest, pin.length) }, (_, at) => at).map((at) => (
          <i key={at} className={cx(at < pin.length && styles.filled)} />
        ))}
      </div>
      <p className={styles.error} role="alert">
        {entering.error ? sentence(entering.error) : ''}
      </p>
      <div className={styles.keys}>
        {digits.map((digit) => (
          <button key={digit} type="button" className={styles.key} onClick={() => add(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" className={styles.key} aria-label={t('identity.back')} onClick={onBack}>
          <Icon name="left" />
        </button>
        <button type="button" className={styles.key} onClick={() => add('0')}>
          0
        </button>
        <button
          type="button"
          className={styles.key}
          aria-label={t('identity.clear')}
          onClick={() => setPin(pin.slice(0, -1))}
        >
          <Icon name="close" />
        </button>
      </div>
      <Button
        kind="primary"
        size="large"
        wide
        busy={entering.isPending}
        disabled={pin.length < shortest}
        onClick={enter}
      >
        {t('identity.sign_in')}
      </Button>
    </section>
  );
}
