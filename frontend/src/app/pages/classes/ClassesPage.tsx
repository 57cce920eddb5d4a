import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { ClassDialog } from '@/features/roster/classes/ClassDialog';
import { ClassList } from '@/features/roster/classes/ClassList';
import { type ClassRow, useClasses } from '@/features/roster/roster.api';
import { Button, Empty, Loading, Notice, Page, toast } from '@/ui';

const sum = (classes: ClassRow[], count: (row: ClassRow) => number | undefined) =>
  classes.reduce((total, row) => total + (count(row) ?? 0), 0);

/** The classes with their places. */
export function ClassesPage() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const keeps = useRight('roster.write');
  const classes = useClasses();
  const [editing, setEditing] = useState<{ row?: ClassRow } | null>(null);
  const rows = classes.data ?? [];
  const done = () => {
    toast(t(editing?.row ? 'roster.changed' : 'roster.class_added'), 'ok');
    setEditing(null);
  };
  const adding = keeps && (
    <Button kind="primary" icon="plus" onClick={() => setEditing({})}>
      {t('roster.add_class')}
    </Button>
  );
  return (
    <Page
      title={t('app.nav_classes')}
      meta={
        rows.length > 0 &&
        t('roster.classes_sum', {
          enrolled: sum(rows, ({ enrolled }) => enrolled),
          places: sum(rows, ({ places }) => places),
        })
      }
      actions={rows.length > 0 && adding}
    >
      {classes.isPending && <Loading label={t('app.loading')} />}
      {classes.isError && (
        <Notice tone="bad" alert action={<Button onClick={() => void classes.refetch()}>{t('app.retry')}</Button>}>
          {sentence(classes.error)}
        </Notice>
      )}
      {classes.data && rows.length === 0 && (
        <Empty icon="room" title={t('roster.no_classes')} action={adding}>
          {t('roster.no_classes_what')}
        </Empty>
      )}
      {rows.length > 0 && <ClassList classes={rows} onOpen={keeps ? (row) => setEditing({ row }) : undefined} />}
      {editing && <ClassDialog row={editing.row} onClose={() => setEditing(null)} onDone={done} />}
    </Page>
  );
}
