import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldSentences } from '@/api/sentence';
import { Button, Card, Dialog, Notice, Table, Tag, TextField } from '@/ui';
import { type Imported, undoImport, useImports } from './import.api';

/** The files that came in, each with its undo. */
export function Imports({ onUndone }: { onUndone: (voided: number, refused: string[]) => void }) {
  const { t } = useTranslation();
  const imports = useImports();
  const [undoing, setUndoing] = useState<Imported | null>(null);
  const done = (imports.data ?? []).filter((each) => each.state !== 'draft');
  if (done.length === 0) return null;
  return (
    <Card title={t('import.before')} flush>
      <Table
        label={t('import.before')}
        rows={done}
        rowKey={(each) => each.id}
        columns={[
          { key: 'file', title: t('import.file'), cell: (each) => each.fileName },
          { key: 'by', title: t('import.by'), width: '90px', cell: (each) => each.by },
          { key: 'created', title: t('import.created'), align: 'end', width: '90px', cell: (each) => each.created },
          {
            key: 'undo',
            title: '',
            width: '110px',
            align: 'end',
            cell: (each) =>
              each.state === 'undone' ? (
                <Tag>{t('import.undone')}</Tag>
              ) : (
                <Button kind="text" size="small" icon="undo" onClick={() => setUndoing(each)}>
                  {t('import.undo')}
                </Button>
              ),
          },
        ]}
      />
      {undoing && (
        <UndoDialog
          imported={undoing}
          onClose={() => setUndoing(null)}
          onDone={(voided, refused) => {
            setUndoing(null);
            onUndone(voided, refused);
          }}
        />
      )}
    </Card>
  );
}

interface UndoProps {
  imported: Imported;
  onClose: () => void;
  onDone: (voided: number, refused: string[]) => void;
}

function UndoDialog({ imported, onClose, onDone }: UndoProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const undoing = useMutation({
    mutationFn: () => undoImport(imported.id, reason),
    onSuccess: ({ voided, refused }) =>
      onDone(
        voided,
        refused.map(({ name }) => name),
      ),
  });
  const errors = useFieldSentences(undoing.error);
  return (
    <Dialog
      title={t('import.undo_of', { name: imported.fileName })}
      subtitle={t('import.undo_what')}
      closeLabel={t('app.close')}
      onClose={onClose}
      onSubmit={() => undoing.mutate()}
      footer={
        <Button kind="danger" type="submit" busy={undoing.isPending}>
          {t('import.undo')}
        </Button>
      }
    >
      {errors[''] && (
        <Notice tone="bad" alert>
          {errors['']}
        </Notice>
      )}
      <TextField
        required
        autoFocus
        label={t('import.reason')}
        value={reason}
        error={errors.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
