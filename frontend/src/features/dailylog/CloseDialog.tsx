import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Dialog, Notice } from '@/ui';
import { type BoardColumn, missingOf } from './board';
import { type Board, closeDay } from './dailylog.api';

interface Props {
  board: Board;
  columns: BoardColumn[];
  onClose: () => void;
  onClosed: () => void;
}

/** Ends a class's day after showing what is missing: it stays missing, nothing is made up. */
export function CloseDialog({ board, columns, onClose, onClosed }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const closing = useMutation({ mutationFn: () => closeDay(board.class.id, board.day), onSuccess: onClosed });
  const missing = missingOf(board, columns);
  return (
    <Dialog
      title={t('dailylog.close_of', { name: board.class.name })}
      subtitle={t('dailylog.close_what')}
      closeLabel={t('app.close')}
      onClose={onClose}
      onSubmit={() => closing.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button kind="primary" type="submit" busy={closing.isPending}>
            {t('dailylog.close')}
          </Button>
        </>
      }
    >
      {closing.error && (
        <Notice tone="bad" alert>
          {sentence(closing.error)}
        </Notice>
      )}
      {missing.length === 0 ? (
        <Notice tone="ok">{t('dailylog.close_whole')}</Notice>
      ) : (
        <Notice tone="warn">
          {t('dailylog.close_missing')}
          {missing
            .map(({ column, count }) =>
              t('dailylog.close_missing_one', {
                what: t(column.kind === 'meal' ? `dailylog.period_${column.period}` : `dailylog.${column.gate}`),
                count,
              }),
            )
            .join(t('dailylog.comma'))}
          {t('dailylog.close_missing_end')}
        </Notice>
      )}
    </Dialog>
  );
}
