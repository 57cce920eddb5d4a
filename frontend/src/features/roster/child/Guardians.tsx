import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Button, Card, Icon, Menu, type MenuItem, Tag, toast } from '@/ui';
import { Calls } from '../collect/Calls';
import { Numbers } from '../collect/Numbers';
import { useNumbers } from '../collect/useNumbers';
import { PersonFace } from '../photo/PersonFace';
import { useWrite } from '../roster.api';
import { type ChildFile, callFirst, type Guardian, removeGuardian } from './child.api';
import styles from './child.module.css';
import { GuardianDialog } from './GuardianDialog';
import { placementOf, whenOf } from './placements';
import { ReasonDialog } from './ReasonDialog';

type Doing = { what: 'add' } | { what: 'change' | 'remove'; guardian: Guardian };

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
  const numbers = useNumbers(child.id, placementOf(child.placements, today())?.classId);
  const close = () => setDoing(null);
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
            <PersonFace childId={child.id} person={guardian} />
            <span className={styles.words}>
              <span className={styles.first}>
                <strong>{guardian.name}</strong>
                <span className={styles.quiet}>{guardian.relation}</span>
                {guardian.primary && child.guardians.length > 1 && <Tag tone="primary">{t('roster.first')}</Tag>}
              </span>
              {guardian.phoneMasked ? (
                <Numbers
                  name={guardian.name}
                  masked={[guardian.phoneMasked, ...guardian.othersMasked]}
                  onOpen={opens ? (which) => numbers.ask(guardian, which) : undefined}
                />
              ) : (
                <span className={styles.quiet}>{t('roster.no_phone')}</span>
              )}
              <Span guardian={guardian} />
            </span>
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
      <Calls childId={child.id} />
      {numbers.dialog}
    </Card>
  );
}

/** From when until when somebody is the guardian, where that is known. */
function Span({ guardian }: { guardian: Guardian }) {
  const { t } = useTranslation();
  const { from, until } = guardian;
  if (!from && !until) return null;
  return (
    <span className={styles.small}>
      {!until && t('roster.from_on', { from })}
      {until && (from ? t('roster.from_until', { from, until }) : t('collect.until', { until }))}
      {whenOf(guardian, today()) === 'past' && ` · ${t('collect.ended')}`}
    </span>
  );
}
