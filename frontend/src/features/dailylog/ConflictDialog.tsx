import { useTranslation } from 'react-i18next';
import { timeOfDay } from '@/api/clock';
import { Button, Dialog } from '@/ui';
import type { Amount, Board, Conflict } from './dailylog.api';
import styles from './Sheet.module.css';

interface Props {
  board: Board;
  conflicts: Conflict[];
  onKeep: () => void;
  onOverwrite: (cells: { childId: string; amount: Amount; byDefault: boolean; seen: number }[]) => void;
}

/** Somebody else wrote the same cell: both values, and a choice. */
export function ConflictDialog({ board, conflicts, onKeep, onOverwrite }: Props) {
  const { t } = useTranslation();
  const name = (id: string) => board.children.find((child) => child.id === id)?.name ?? '';
  return (
    <Dialog
      title={t('dailylog.conflict')}
      subtitle={t('dailylog.conflict_what')}
      closeLabel={t('app.close')}
      onClose={onKeep}
      footer={
        <>
          <Button
            onClick={() =>
              onOverwrite(
                conflicts.map(({ childId, yours, revision }) => ({
                  childId,
                  amount: yours as Amount,
                  byDefault: false,
                  seen: revision,
                })),
              )
            }
          >
            {t('dailylog.conflict_mine')}
          </Button>
          <Button kind="primary" onClick={onKeep}>
            {t('dailylog.conflict_theirs')}
          </Button>
        </>
      }
    >
      <ul className={styles.looks}>
        {conflicts.map((each) => (
          <li key={each.childId}>
            <strong>{name(each.childId)}</strong>{' '}
            {t('dailylog.conflict_line', {
              mine: t(`dailylog.amount_${each.yours}`),
              theirs: each.theirs ? t(`dailylog.amount_${each.theirs.amount}`) : t('dailylog.blank'),
              by: each.theirs?.by ?? '',
              time: each.theirs ? timeOfDay(each.theirs.enteredAt) : '',
            })}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
