import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Card, Notice, toast } from '@/ui';
import { ListPreview } from './ListPreview';
import styles from './Lists.module.css';
import { commitListImport, type Override, type Preview, reviseListImport } from './lists.api';
import { ReasonDialog } from './ReasonDialog';

interface Props {
  found: Preview;
  name: string;
  onClose: () => void;
}

/** A list on its way in: looked at first, then all of it or nothing. */
export function ListImport({ found, name, onClose }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const [preview, setPreview] = useState(found);
  const [overrides, setOverrides] = useState<Override[]>([]);
  const [asking, setAsking] = useState(false);
  const revising = useMutation({
    mutationFn: (columns: Override[]) => reviseListImport(preview.id, columns),
    onSuccess: setPreview,
    onError: (error) => toast(sentence(error), 'bad'),
  });
  const column = (override: Override) => {
    const others = overrides.filter(({ column: each }) => each !== override.column);
    setOverrides([...others, override]);
    revising.mutate([...others, override]);
  };
  const commit = async (reason: string) => {
    const done = await commitListImport(preview.id, reason);
    toast(t('lists.imported', { new: done.new, changed: done.changed, same: done.same }), 'ok');
    await queries.invalidateQueries();
    onClose();
  };
  const { counts } = preview;
  const work = counts.new + counts.changed;
  return (
    <div className={styles.panel}>
      <Card
        title={t('lists.import_of', { name })}
        note={preview.fileName}
        actions={
          <span className={styles.buttons}>
            <Button onClick={onClose}>{t('lists.back')}</Button>
            <Button kind="primary" disabled={work === 0 || counts.refused > 0} onClick={() => setAsking(true)}>
              {t('lists.commit', { count: work })}
            </Button>
          </span>
        }
      >
        {counts.refused > 0 && <Notice tone="bad">{t('lists.refused_what')}</Notice>}
        {counts.refused === 0 && work === 0 && <Notice tone="ok">{t('lists.all_same')}</Notice>}
        {counts.refused === 0 && work > 0 && <p>{t('lists.look_first')}</p>}
      </Card>
      <ListPreview preview={preview} onColumn={column} />
      {asking && (
        <ReasonDialog
          title={t('lists.commit', { count: work })}
          subtitle={t('lists.commit_what')}
          action={t('lists.commit_now')}
          required={counts.changed > 0}
          onClose={() => setAsking(false)}
          onReason={commit}
        />
      )}
    </div>
  );
}
