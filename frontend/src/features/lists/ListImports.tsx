import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Card, Notice, Table, Tag } from '@/ui';
import { type Imported, type ListName, type Undone, undoListImport, useListImports } from './lists.api';
import { ReasonDialog } from './ReasonDialog';

/** The lists that came in, each with its undo; what could not be undone is named. */
export function ListImports({ lists }: { lists: ListName[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const imports = useListImports().data ?? [];
  const [undoing, setUndoing] = useState<Imported | null>(null);
  const [undone, setUndone] = useState<Undone | null>(null);
  if (imports.length === 0) return null;
  const nameOf = (key: string) => lists.find((each) => each.key === key)?.name ?? key;
  const undo = async (reason: string) => {
    if (!undoing) return;
    setUndone(await undoListImport(undoing.id, reason));
    setUndoing(null);
    await queries.invalidateQueries();
  };
  return (
    <Card title={t('lists.before')} flush>
      {undone && (
        <Notice tone={undone.refused.length > 0 ? 'warn' : 'ok'}>
          {t('lists.undone_rows', { count: undone.undone })}
          {undone.refused.map(({ row, code }) => (
            <div key={row}>
              {t('lists.place_row', { row })}：{t(code, { ns: 'fault' })}
            </div>
          ))}
        </Notice>
      )}
      <Table
        label={t('lists.before')}
        rows={imports}
        rowKey={({ id }) => id}
        columns={[
          { key: 'list', title: t('lists.list'), width: '110px', cell: ({ list }) => nameOf(list) },
          { key: 'file', title: t('lists.file'), cell: ({ fileName }) => fileName },
          { key: 'by', title: t('lists.by'), width: '90px', cell: ({ by }) => by },
          {
            key: 'counts',
            title: t('lists.outcome'),
            width: '150px',
            cell: (each) => t('lists.counts', { new: each.new, changed: each.changed }),
          },
          {
            key: 'undo',
            title: '',
            width: '110px',
            align: 'end',
            cell: (each) =>
              each.state === 'undone' ? (
                <Tag>{t('lists.undone')}</Tag>
              ) : (
                <Button
                  kind="text"
                  size="small"
                  icon="undo"
                  disabled={each.new + each.changed === 0}
                  onClick={() => setUndoing(each)}
                >
                  {t('lists.undo')}
                </Button>
              ),
          },
        ]}
      />
      {undoing && (
        <ReasonDialog
          title={t('lists.undo_of', { name: undoing.fileName })}
          subtitle={t('lists.undo_what')}
          action={t('lists.undo')}
          danger
          required
          onClose={() => setUndoing(null)}
          onReason={undo}
        />
      )}
    </Card>
  );
}
