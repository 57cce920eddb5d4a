import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Button, Card, Loading, Notice, Table } from '@/ui';
import { ExportDialog } from './ExportButton';
import { ListImport } from './ListImport';
import { ListImports } from './ListImports';
import styles from './Lists.module.css';
import { draftListImport, exportEverything, type ListName, type SaveFile, useLists } from './lists.api';
import { TakeOut } from './TakeOut';

/** Every list out as a workbook and in again; and all of it at once, for who wants to leave. */
export function Lists({ saveFile }: { saveFile: SaveFile }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const takesAll = useRight('export.all');
  const lists = useLists();
  const input = useRef<HTMLInputElement>(null);
  const [leaving, setLeaving] = useState<ListName | null>(null);
  const [wanted, setWanted] = useState<ListName | null>(null);
  const reading = useMutation({
    mutationFn: ({ list, file }: { list: ListName; file: File }) => draftListImport(list.key, file),
  });
  if (lists.isPending) return <Loading label={t('app.loading')} />;
  if (lists.isError) {
    return (
      <Notice tone="bad" alert action={<Button onClick={() => void lists.refetch()}>{t('app.retry')}</Button>}>
        {sentence(lists.error)}
      </Notice>
    );
  }
  if (reading.data && wanted) {
    return <ListImport key={reading.data.id} found={reading.data} name={wanted.name} onClose={() => reading.reset()} />;
  }
  const named = lists.data.map((each) => ({ ...each, name: t(`lists.name_${each.key}`, { defaultValue: each.name }) }));
  const choose = (list: ListName) => {
    setWanted(list);
    input.current?.click();
  };
  return (
    <div className={styles.panel}>
      {reading.isError && (
        <Notice tone="bad" alert>
          {sentence(reading.error)}
        </Notice>
      )}
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={t('lists.choose')}
        accept=".xlsx,.xlsm,.csv,.txt"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file && wanted) reading.mutate({ list: wanted, file });
          event.target.value = '';
        }}
      />
      <Card title={t('lists.title')} note={t('lists.title_note')} flush>
        <Table
          label={t('lists.title')}
          rows={named}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'name',
              title: <span className="sr-only">{t('lists.list')}</span>,
              cell: ({ name }) => <strong>{name}</strong>,
            },
            {
              key: 'acts',
              title: '',
              align: 'end',
              width: '220px',
              cell: (list) => (
                <span className={styles.buttons}>
                  <Button
                    size="small"
                    icon="export"
                    aria-label={t('lists.export_of', { name: list.name })}
                    onClick={() => setLeaving(list)}
                  >
                    {t('lists.export')}
                  </Button>
                  <Button
                    size="small"
                    icon="import"
                    busy={reading.isPending && wanted?.key === list.key}
                    aria-label={t('lists.import_of', { name: list.name })}
                    onClick={() => choose(list)}
                  >
                    {t('lists.import')}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      </Card>
      {takesAll && (
        <Card title={t('lists.everything')} note={t('lists.everything_note')}>
          <TakeOut
            label={t('lists.everything_take')}
            what={t('lists.everything_what')}
            take={exportEverything}
            saveFile={saveFile}
          />
        </Card>
      )}
      <ListImports lists={named} />
      {leaving && (
        <ExportDialog list={leaving.key} name={leaving.name} saveFile={saveFile} onClose={() => setLeaving(null)} />
      )}
    </div>
  );
}
