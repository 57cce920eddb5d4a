import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Card, toast } from '@/ui';
import styles from '../child/child.module.css';
import { ReasonDialog } from '../child/ReasonDialog';
import { useWrite } from '../roster.api';
import { mergeChild, notSame, type Suspect, useSuspects } from './same.api';

const idOf = ({ first, second }: Suspect) => `${first.id} ${second.id}`;

/** Children who may be registered twice; nothing is shown while there are none. */
export function Suspects({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const pairs = useSuspects(true).data ?? [];
  const [merging, setMerging] = useState<Suspect | null>(null);
  const apart = useWrite(
    ({ first, second }: Suspect) => notSame(first.id, second.id),
    () => toast(t('same.two'), 'ok'),
  );
  if (pairs.length === 0) return null;
  return (
    <Card title={t('same.title')} note={t('same.note')}>
      {apart.error != null && <p role="alert">{sentence(apart.error)}</p>}
      <ul className={styles.items}>
        {pairs.map((pair) => (
          <li key={idOf(pair)} className={styles.item}>
            <span className={styles.words}>
              <span className={styles.first}>
                {[pair.first, pair.second].map((each) => (
                  <Button
                    key={each.id}
                    className={styles.inline}
                    kind="text"
                    size="small"
                    onClick={() => onOpen(each.id)}
                  >
                    {`${each.name} ${each.birthDate}`}
                  </Button>
                ))}
              </span>
              <span className={styles.small}>{t(`same.why_${pair.why}`)}</span>
            </span>
            <Button size="small" onClick={() => apart.mutate(pair)}>
              {t('same.are_two')}
            </Button>
            <Button size="small" onClick={() => setMerging(pair)}>
              {t('same.merge')}
            </Button>
          </li>
        ))}
      </ul>
      {merging && (
        <ReasonDialog
          title={t('same.merge_of', { name: merging.second.name, into: merging.first.name })}
          subtitle={t('same.merge_what', { birth: merging.first.birthDate })}
          act={t('same.merge')}
          write={(reason) => mergeChild(merging.second.id, merging.first.id, reason)}
          onClose={() => setMerging(null)}
          onDone={() => {
            setMerging(null);
            toast(t('same.is_one'), 'ok');
          }}
        />
      )}
    </Card>
  );
}
