import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Button, Card, Icon, Menu, type MenuItem, Tag, toast } from '@/ui';
import { useWrite } from '../roster.api';
import { type ChildFile, callFirst, type Guardian, removeGuardian, reveal } from './child.api';
import styles from './child.module.css';
import { GuardianDialog } from './GuardianDialog';
import { ReasonDialog } from './ReasonDialog';
import { RevealedPhone } from './Reveal';

type Doing = { what: 'add' } | { what: 'change' | 'remove' | 'call'; guardian: Guardian };

/** Whom to call, the first to call on top. */
export function Guardians({ child }: { child: ChildFile }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const keeps = useRight('roster.write');
  const opens = useRight('roster.reveal_phone');
  const [doing, setDoing] = useState<Doing | null>(null);
  const first = useWrite(
    (guardian: Guardian) => callFirst(child.id, guardian.id),
    () => toast(t('roster.first_done'), 'ok'),
  );
  const opening = useMutation({
    mutationFn: (guardian: Guardian) =>
      reveal(child.id, { what: 'phone', guardianId: guardian.id, reason: t('roster.to_call') }),
    gcTime: 0,
  });
  const call = (guardian: Guardian) => {
    setDoing({ what: 'call', guardian });
    opening.mutate(guardian);
  };
  const close = () => {
    setDoing(null);
    opening.reset();
  };
  const saved = (key: string) => () => {
    close();
    toast(t(key), 'ok');
  };
  const items = (guardian: Guardian): MenuItem[] => [
    { key: 'change', icon: 'edit', label: t('roster.change'), onSelect: () => setDoing({ what: 'change', guardian }) },
    ...(guardian.primary
      ? []
      : [
          {
            key: 'first',
            icon: 'check' as const,
            label: t('roster.make_first'),
            onSelect: () => first.mutate(guardian, { onError: (error) => toast(sentence(error), 'bad') }),
          },
        ]),
    {
      key: 'remove',
      icon: 'close',
      danger: true,
      label: t('roster.remove'),
      onSelect: () => setDoing({ what: 'remove', guardian }),
    },
  ];
  return (
    <Card
      title={t('roster.guardians')}
      actions={
        keeps && (
          <Button kind="text" size="small" icon="plus" onClick={() => setDoing({ what: 'add' })}>
            {t('roster.add')}
          </Button>
        )
      }
    >
      {child.guardians.length === 0 && <p className={styles.none}>{t('roster.no_guardian')}</p>}
      <ul className={styles.items}>
        {child.guardians.map((guardian) => (
          <li key={guardian.id} className={styles.item}>
            <span className={styles.words}>
              <span className={styles.first}>
                <strong>{guardian.name}</strong>
                <span className={styles.quiet}>{guardian.relation}</span>
                {guardian.primary && child.guardians.length > 1 && <Tag tone="primary">{t('roster.first')}</Tag>}
              </span>
              <span className={styles.quiet}>{guardian.phoneMasked || t('roster.no_phone')}</span>
            </span>
            {opens && guardian.phoneMasked && (
              <Button
                kind="text"
                size="small"
                icon="eye"
                aria-label={t('roster.phone_look', { name: guardian.name })}
                onClick={() => call(guardian)}
              >
                {t('roster.phone_show')}
              </Button>
            )}
            {keeps && (
              <Menu
                align="end"
                className={styles.icon}
                label={t('roster.more_of', { name: guardian.name })}
                trigger={<Icon name="more" />}
                items={items(guardian)}
              />
            )}
          </li>
        ))}
      </ul>
      {doing?.what === 'add' && (
        <GuardianDialog child={child} onClose={close} onDone={saved('roster.guardian_added')} />
      )}
      {doing?.what === 'change' && (
        <GuardianDialog
          child={child}
          guardian={doing.guardian}
          onClose={close}
          onDone={saved('roster.guardian_changed')}
        />
      )}
      {doing?.what === 'remove' && (
        <ReasonDialog
          title={t('roster.remove_of', { name: doing.guardian.name })}
          subtitle={t('roster.remove_what')}
          act={t('roster.remove')}
          write={(reason) => removeGuardian(child.id, doing.guardian.id, reason)}
          onClose={close}
          onDone={saved('roster.guardian_removed')}
        />
      )}
      {doing?.what === 'call' && <RevealedPhone guardian={doing.guardian} opening={opening} onClose={close} />}
    </Card>
  );
}
