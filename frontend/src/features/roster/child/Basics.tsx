import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { Button, Card, Tag } from '@/ui';
import type { ChildFile } from './child.api';
import styles from './child.module.css';
import { RevealId } from './Reveal';

/** Who the child is; the ID number is masked until somebody says why it is needed. */
export function Basics({ child }: { child: ChildFile }) {
  const { t } = useTranslation();
  const opens = useRight('roster.reveal_id');
  const health = useRight('log.read');
  const keeps = useRight('roster.write');
  const [looking, setLooking] = useState(false);
  const facts: [string, ReactNode][] = [
    ['name', child.name],
    ['nickname', child.nickname],
    ['sex', child.sex && t(`roster.sex_${child.sex}`)],
    ['birth_date', `${child.birthDate} · ${t('roster.age', { months: child.ageMonths })}`],
  ];
  if (opens || keeps) {
    facts.push([
      'id_number',
      child.idState === 'given' ? (
        <>
          {child.idMasked}
          {opens && (
            <Button className={styles.inline} kind="text" size="small" icon="eye" onClick={() => setLooking(true)}>
              {t('roster.look')}
            </Button>
          )}
        </>
      ) : (
        <>
          <Tag tone="warn">{t(`roster.id_${child.idState}`)}</Tag>
          <span className={styles.small}>{t(`roster.id_${child.idState}_what`)}</span>
        </>
      ),
    ]);
  }
  facts.push(['household', child.household], ['address', child.address]);
  if (health || keeps) {
    facts.push(['allergies', child.alert && <Tag tone="bad">{child.alert}</Tag>], ['note', child.note]);
  }
  return (
    <Card title={t('roster.basics')}>
      <dl className={styles.facts}>
        {facts.map(([key, value]) => (
          <Fact key={key} label={t(`roster.${key}`)}>
            {value || <span className={styles.none}>{t('roster.not_recorded')}</span>}
          </Fact>
        ))}
      </dl>
      {looking && <RevealId childId={child.id} name={child.nickname || child.name} onClose={() => setLooking(false)} />}
    </Card>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);
