import { useTranslation } from 'react-i18next';
import { Button } from '@/ui';
import styles from './AmountBar.module.css';
import type { Amount, Board, BoardChild } from './dailylog.api';

interface Props {
  board: Board;
  period: string;
  child?: BoardChild;
  /** Children that 'the rest' would fill. */
  rest: number;
  chosen?: Amount;
  onAmount: (amount: Amount) => void;
  onRest: () => void;
  onUndo: () => void;
  busy: boolean;
}

/** The amounts for the chosen child, 'the rest', and undo; the same by touch as by keys. */
export function AmountBar({ board, period, child, rest, chosen, onAmount, onRest, onUndo, busy }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.bar}>
      <div className={styles.who}>
        <strong>{t(`dailylog.period_${period}`)}</strong>
        <span>{child ? child.nickname || child.name : t('dailylog.choose')}</span>
      </div>
      <fieldset className={styles.amounts}>
        <legend className="sr-only">{t('dailylog.amount')}</legend>
        {(board.amounts as Amount[]).map((amount, index) => (
          <button
            key={amount}
            type="button"
            className={styles.amount}
            aria-pressed={chosen === amount}
            disabled={!child && !chosen}
            onClick={() => onAmount(amount)}
          >
            {t(`dailylog.amount_${amount}`)}
            <kbd>{index + 1}</kbd>
          </button>
        ))}
      </fieldset>
      <div className={styles.acts}>
        <Button kind="text" icon="undo" disabled={!board.undoable} onClick={onUndo}>
          {t('dailylog.undo')}
        </Button>
        <Button kind="primary" size="large" disabled={rest === 0} busy={busy} onClick={onRest} shortcut="Enter">
          {t('dailylog.rest', { count: rest, amount: t('dailylog.amount_all') })}
        </Button>
      </div>
    </div>
  );
}
