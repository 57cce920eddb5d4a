import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Button, Card, Loading, Notice, toast } from '@/ui';
import type { ChildFile } from '../child/child.api';
import styles from '../child/child.module.css';
import { placementOf } from '../child/placements';
import { ReasonDialog } from '../child/ReasonDialog';
import { CollectorDialog } from './CollectorDialog';
import { CollectorLine } from './CollectorLine';
import { type Collector, removeCollector, useCollectors } from './collect.api';
import { useNumbers } from './useNumbers';

type Doing = { what: 'add' } | { what: 'change' | 'remove'; collector: Collector };

/** Who may take the child home, and who must not; a warning stands on top. */
export function Collectors({ child }: { child: ChildFile }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const keeps = useRight('roster.write');
  const authorises = useRight('roster.collect');
  const list = useCollectors(child.id, today());
  const [doing, setDoing] = useState<Doing | null>(null);
  const [past, setPast] = useState(false);
  const numbers = useNumbers(child.id, placementOf(child.placements, today())?.classId);
  const close = () => setDoing(null);
  const saved = (key: string) => () => {
    close();
    toast(t(key), 'ok');
  };
  const all = list.data ?? [];
  const gone = all.filter(({ verdict }) => verdict === 'ended' || verdict === 'used');
  const weight = ({ verdict }: Collector) => (verdict === 'forbidden' ? 0 : 1);
  const shown = all.filter((each) => past || !gone.includes(each)).sort((a, b) => weight(a) - weight(b));
  return (
    <Card
      title={t('collect.title')}
      actions={
        authorises && (
          <Button kind="text" size="small" icon="plus" onClick={() => setDoing({ what: 'add' })}>
            {t(keeps ? 'roster.add' : 'collect.one_day')}
          </Button>
        )
      }
    >
      {list.isPending && <Loading label={t('app.loading')} />}
      {list.isError && <Notice tone="bad">{sentence(list.error)}</Notice>}
      {list.data && shown.length === 0 && <p className={styles.none}>{t('collect.nobody')}</p>}
      <ul className={styles.items}>
        {shown.map((collector) => (
          <CollectorLine
            key={collector.id}
            childId={child.id}
            collector={collector}
            onOpen={collector.kind === 'guardian' ? undefined : (which) => numbers.ask(collector, which)}
            onChange={
              (keeps || collector.kind === 'once') && authorises && collector.kind !== 'guardian'
                ? (what) => setDoing({ what, collector })
                : undefined
            }
          />
        ))}
      </ul>
      {!past && gone.length > 0 && (
        <div className={styles.foot}>
          <Button size="small" onClick={() => setPast(true)}>
            {t('collect.show_past', { count: gone.length })}
          </Button>
        </div>
      )}
      {doing?.what === 'add' && <CollectorDialog child={child} onClose={close} onDone={saved('collect.added')} />}
      {doing?.what === 'change' && (
        <CollectorDialog child={child} present={doing.collector} onClose={close} onDone={saved('collect.changed')} />
      )}
      {doing?.what === 'remove' && (
        <ReasonDialog
          title={t('collect.remove_of', { name: doing.collector.name })}
          subtitle={t('collect.remove_what')}
          act={t('roster.remove')}
          write={(reason) => removeCollector(child.id, doing.collector.id, reason)}
          onClose={close}
          onDone={saved('collect.removed')}
        />
      )}
      {numbers.dialog}
    </Card>
  );
}
