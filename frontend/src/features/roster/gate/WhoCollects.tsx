import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useSentence } from '@/api/sentence';
import { Button, Card, Loading, Notice } from '@/ui';
import { CollectorLine } from '../collect/CollectorLine';
import { type Collector, useCollectors } from '../collect/collect.api';
import { Face } from '../photo/Face';
import { useClasses } from '../roster.api';
import type { AtGate } from './gate.api';
import styles from './gate.module.css';

const weight = ({ verdict }: Collector) => ['forbidden', 'allowed'].indexOf(verdict) + 1 || 3;

/** Who may, and who must not, take one child home today; the latter stands on top. */
export function WhoCollects({ child, onBack }: { child: AtGate; onBack: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const list = useCollectors(child.id, today());
  const className = useClasses().data?.find(({ id }) => id === child.classId)?.name;
  const people = [...(list.data ?? [])].sort((a, b) => weight(a) - weight(b));
  return (
    <Card
      title={
        <span className={styles.title}>
          <Face child={child} size="large" />
          <span className={styles.words}>
            <span>{child.nickname || child.name}</span>
            <span className={styles.quiet}>
              {[child.nickname && child.name, className].filter(Boolean).join(' · ')}
            </span>
          </span>
        </span>
      }
      actions={
        <Button icon="search" onClick={onBack}>
          {t('gate.another')}
        </Button>
      }
    >
      {list.isPending && <Loading label={t('app.loading')} />}
      {list.isError && <Notice tone="bad">{sentence(list.error)}</Notice>}
      {list.data && people.length === 0 && <Notice tone="warn">{t('gate.no_list')}</Notice>}
      <ul className={styles.people}>
        {people.map((collector) => (
          <CollectorLine key={collector.id} childId={child.id} collector={collector} large />
        ))}
      </ul>
      <p className={styles.foot}>{t('gate.stranger')}</p>
    </Card>
  );
}
