import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { Icon, Menu, Tag } from '@/ui';
import styles from '../child/child.module.css';
import { PersonFace } from '../photo/PersonFace';
import type { Collector } from './collect.api';
import own from './collect.module.css';
import { Numbers } from './Numbers';

interface Props {
  childId: string;
  collector: Collector;
  /** For who compares it with a face from some steps away. */
  large?: boolean;
  onOpen?: (which: number) => void;
  onChange?: (what: 'change' | 'remove') => void;
}

/** One person of the list with all that somebody at the door needs to recognise and to mind. */
export function CollectorLine({ childId, collector, large, onOpen, onChange }: Props) {
  const { t } = useTranslation();
  const opens = useRight('roster.reveal_phone');
  const { kind, name, relation, verdict, from, until, idLast4, authorisedBy, phoneMasked, reason } = collector;
  const facts = [
    idLast4 && t('collect.last4_is', { last4: idLast4 }),
    kind === 'once' && authorisedBy && t('collect.authorised', { by: authorisedBy }),
    kind === 'once' && from,
    kind !== 'once' && kind !== 'guardian' && from && !until && t('roster.from_on', { from }),
    kind !== 'once' && kind !== 'guardian' && until && t('roster.from_until', { from, until }),
  ].filter(Boolean);
  return (
    <li className={styles.item}>
      <PersonFace childId={childId} person={collector} large={large} />
      <span className={styles.words}>
        <span className={styles.first}>
          <strong>{name}</strong>
          <span className={styles.quiet}>{relation}</span>
          {large && verdict === 'allowed' && <Tag tone="ok">{t('collect.allowed')}</Tag>}
          <Standing collector={collector} />
        </span>
        {facts.length > 0 && <span className={styles.small}>{facts.join(' · ')}</span>}
        {kind !== 'guardian' && phoneMasked && (
          <Numbers name={name} masked={[phoneMasked]} onOpen={opens ? onOpen : undefined} />
        )}
        {verdict === 'forbidden' && (
          <span className={own.reason}>{reason ? t('collect.because', { reason }) : t('collect.never_what')}</span>
        )}
      </span>
      {onChange && (
        <Menu
          align="end"
          className={styles.icon}
          label={t('roster.more_of', { name })}
          trigger={<Icon name="more" />}
          items={[
            { key: 'change', icon: 'edit', label: t('roster.change'), onSelect: () => onChange('change') },
            {
              key: 'remove',
              icon: 'close',
              danger: true,
              label: t('roster.remove'),
              onSelect: () => onChange('remove'),
            },
          ]}
        />
      )}
    </li>
  );
}

function Standing({ collector: { kind, verdict } }: { collector: Collector }) {
  const { t } = useTranslation();
  if (verdict === 'forbidden') return <Tag tone="bad">{t('collect.kind_never')}</Tag>;
  if (verdict !== 'allowed') return <Tag tone="plain">{t(`collect.verdict_${verdict}`)}</Tag>;
  return <Tag tone={kind === 'once' ? 'warn' : 'plain'}>{t(`collect.kind_${kind}`)}</Tag>;
}
