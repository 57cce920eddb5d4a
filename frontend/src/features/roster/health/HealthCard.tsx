import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { Button, Card, Tag, toast } from '@/ui';
import { Corrected } from '../child/Corrected';
import type { ChildFile } from '../child/child.api';
import styles from '../child/child.module.css';
import { HealthSheet } from './HealthSheet';

/** What must be minded of a child's health, and its action card. */
export function HealthCard({ child, onCard }: { child: ChildFile; onCard: () => void }) {
  const { t } = useTranslation();
  const writes = useRight('roster.write_allergies');
  const medical = useRight('roster.health');
  const writesCard = useRight('roster.write_health');
  const [doing, setDoing] = useState<'change' | null>(null);
  const { health } = child;
  const listed = (codes: string[], kind: string, note: string) =>
    [...codes.map((code) => t(`health.${kind}_${code}`)), note].filter(Boolean).join(t('health.comma'));
  const facts: [string, string, ReactNode][] = [
    [
      'allergies',
      'allergy',
      child.alert ? <Tag tone="bad">{child.alert}</Tag> : health.allergy === 'none' && t('health.allergy_none'),
    ],
    ['diet', 'diet_short', listed(health.diet, 'diet', health.dietNote)],
  ];
  if (medical) {
    facts.push(
      [
        'illnesses',
        'illness',
        health.illness === 'none' ? t('health.illness_none') : listed(health.illnesses, 'illness', health.illnessNote),
      ],
      [
        'gestation',
        'gestation_short',
        health.gestation > 0 &&
          [
            t('health.gestation_at', { weeks: Math.floor(health.gestation / 7), days: health.gestation % 7 }),
            child.correctedMonths !== null && t('health.corrected', { months: child.correctedMonths }),
          ]
            .filter(Boolean)
            .join(' · '),
      ],
    );
  }
  return (
    <Card
      title={t('health.title')}
      actions={
        <>
          {medical && (child.card || writesCard) && (
            <Button size="small" icon="warn" onClick={onCard}>
              {t(child.card === 'ready' ? 'card.open' : 'card.write')}
            </Button>
          )}
          {writes && (
            <Button size="small" icon="edit" onClick={() => setDoing('change')}>
              {t('health.change')}
            </Button>
          )}
        </>
      }
    >
      <dl className={styles.facts}>
        {facts.map(([field, label, value]) => (
          <Fact key={field} label={t(`health.${label}`)}>
            {value || <span className={styles.none}>{t('health.not_asked')}</span>}
            <Corrected childId={child.id} fields={[field]} />
          </Fact>
        ))}
      </dl>
      {medical && child.card === 'needed' && <p className={styles.foot}>{t('card.needed')}</p>}
      {doing === 'change' && (
        <HealthSheet
          child={child}
          onClose={() => setDoing(null)}
          onDone={() => {
            setDoing(null);
            toast(t('roster.changed'), 'ok');
          }}
        />
      )}
    </Card>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);
