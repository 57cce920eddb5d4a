import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { ChooseFile } from '@/features/roster/ChooseFile';
import { ImportPreview } from '@/features/roster/ImportPreview';
import { Imports } from '@/features/roster/Imports';
import {
  type ClassWords,
  type Committed,
  commitImport,
  draftImport,
  type Override,
  type Preview,
  reviseImport,
} from '@/features/roster/import.api';
import { Button, Notice, Page, toast } from '@/ui';

/** A roster file in: what was found, what is wrong with it, then all of it or the good rows at once. */
export function ImportPage() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [classes, setClasses] = useState<ClassWords[]>([]);
  const [overrides, setOverrides] = useState<Override[]>([]);
  const show = (found: Preview) => {
    setPreview(found);
    setClasses(found.classes);
  };
  const reading = useMutation({
    mutationFn: draftImport,
    onSuccess: (found) => {
      committing.reset();
      setOverrides([]);
      show(found);
    },
  });
  const revising = useMutation({
    mutationFn: (columns: Override[]) => reviseImport(preview?.id ?? '', columns, classes),
    onSuccess: show,
    onError: (error) => toast(sentence(error), 'bad'),
  });
  const committing = useMutation({
    mutationFn: (rows: 'all' | 'good') => commitImport(preview?.id ?? '', rows, classes),
    onSuccess: async () => {
      setPreview(null);
      await queries.invalidateQueries();
    },
  });
  const column = (override: Override) => {
    const next = [
      ...overrides.filter((each) => each.sheet !== override.sheet || each.column !== override.column),
      override,
    ];
    setOverrides(next);
    revising.mutate(next);
  };
  const undone = async (voided: number, refused: string[]) => {
    toast(
      t(refused.length > 0 ? 'import.undone_some' : 'import.undone_all', { count: voided, names: refused.join('、') }),
    );
    await queries.invalidateQueries();
  };
  const failed = reading.error ?? committing.error;
  const errors = preview?.problems.some((problem) => problem.severity === 'error') ?? false;
  const good = (preview?.counts.rows ?? 0) - (preview?.counts.problem ?? 0);
  const actions = preview && (
    <>
      <Button onClick={() => setPreview(null)}>{t('import.back')}</Button>
      {errors && (
        <Button
          kind="primary"
          busy={committing.isPending}
          disabled={good === 0}
          onClick={() => committing.mutate('good')}
        >
          {t('import.commit_good', { count: good })}
        </Button>
      )}
      {!errors && (
        <Button
          kind="primary"
          busy={committing.isPending}
          disabled={preview.counts.rows === 0}
          onClick={() => committing.mutate('all')}
        >
          {t('import.commit_all', { count: preview.counts.rows })}
        </Button>
      )}
    </>
  );
  return (
    <Page title={t('import.title')} meta={preview?.fileName} actions={actions}>
      {failed && (
        <Notice tone="bad" alert>
          {sentence(failed)}
        </Notice>
      )}
      {preview ? (
        <ImportPreview preview={preview} classes={classes} onClasses={setClasses} onColumn={column} />
      ) : (
        <>
          {committing.data && <Imported done={committing.data} />}
          <ChooseFile busy={reading.isPending} onFile={(file) => reading.mutate(file)} />
          <Imports onUndone={(voided, refused) => void undone(voided, refused)} />
        </>
      )}
    </Page>
  );
}

/** What an import has done, and where to see it. */
function Imported({ done }: { done: Committed }) {
  const { t } = useTranslation();
  const { created, updated, unchanged, skipped } = done;
  return (
    <Notice tone="ok" action={<a href="#/children">{t('import.see')}</a>}>
      {t('import.done', { created, updated, unchanged, skipped })}
    </Notice>
  );
}
