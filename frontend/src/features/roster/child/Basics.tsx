import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { Button, Card, Tag } from '@/ui';
import { MergedHere } from '../same/MergedHere';
import { Corrected } from './Corrected';
import type { ChildFile } from './child.api';
import styles from './child.module.css';
import { RevealNumber } from './Reveal';

type What = 'idNumber' | 'certificate' | 'insurance';

/** Who the child is; numbers are masked until somebody says why they are needed. */
export function Basics({ child }: { child: ChildFile }) {
  const { t } = useTranslation();
  const opens = useRight('roster.reveal_id');
  const cares = useRight('roster.allergies');
  const keeps = useRight('roster.write');
  const family = useRight('roster.guardians');
  const [looking, setLooking] = useState<What | null>(null);
  const masked = (what: What, value: string) =>
    value && (
      <>
        {value}
        {opens && (
          <Button className={styles.inline} kind="text" size="small" icon="eye" onClick={() => setLooking(what)}>
            {t('roster.look')}
          </Button>
        )}
      </>
    );
  const born = child.birthDate && `${child.birthDate} · ${t('roster.age', { months: child.ageMonths })}`;
  const { kind, numberMasked, until } = child.insurance;
  const facts: [string, string[], ReactNode][] = [
    ['name', ['name'], child.name],
    ['nickname', ['nickname'], child.nickname],
    ['sex', ['sex'], child.sex && t(`roster.sex_${child.sex}`)],
    ['birth_date', ['birthDate'], born || t('roster.unborn')],
  ];
  if (!child.birthDate || child.expectedDate) facts.push(['expected_date', ['expectedDate'], child.expectedDate]);
  if (opens || keeps) {
    facts.push(
      [
        'id_number',
        ['idNumber'],
        child.idState === 'given' ? masked('idNumber', child.idMasked) : <NoId child={child} />,
      ],
      ['certificate', ['certificate'], masked('certificate', child.certificateMasked)],
    );
  }
  facts.push([
    'birth_order',
    ['birthOrder'],
    child.birthOrder > 0 && t('roster.birth_order_n', { n: child.birthOrder }),
  ]);
  if (family) {
    facts.push(
      ['household', ['household'], child.household],
      ['residence', ['residence'], child.residence],
      ['address', ['address'], child.address],
    );
  }
  if (keeps) {
    facts.push([
      'insurance',
      ['insuranceKind', 'insuranceNumber', 'insuranceUntil'],
      kind && (
        <>
          <span>{t(`roster.insurance_${kind}`)}</span>
          {masked('insurance', numberMasked)}
          {until && <span>{t('roster.insured_until', { day: until })}</span>}
        </>
      ),
    ]);
  }
  if (cares) facts.push(['note', ['note'], child.note]);
  return (
    <Card title={t('roster.basics')}>
      <dl className={styles.facts}>
        {facts.map(([key, fields, value]) => (
          <Fact key={key} label={t(`roster.${key}`)}>
            {value || <span className={styles.none}>{t('roster.not_recorded')}</span>}
            <Corrected childId={child.id} fields={fields} />
          </Fact>
        ))}
      </dl>
      {keeps && child.merged.length > 0 && <MergedHere merged={child.merged} />}
      {looking && (
        <RevealNumber
          childId={child.id}
          what={looking}
          name={child.nickname || child.name}
          onClose={() => setLooking(null)}
        />
      )}
    </Card>
  );
}

function NoId({ child }: { child: ChildFile }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag tone="warn">{t(`roster.id_${child.idState}`)}</Tag>
      <span className={styles.small}>{t(`roster.id_${child.idState}_what`)}</span>
    </>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);
