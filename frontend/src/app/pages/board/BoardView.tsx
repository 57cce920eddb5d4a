import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { AmountBar } from '@/features/dailylog/AmountBar';
import { type BoardColumn, begun, columnsOf, isThere, periodNow, restOf } from '@/features/dailylog/board';
import { Cards } from '@/features/dailylog/Cards';
import { CheckSheet } from '@/features/dailylog/CheckSheet';
import { CloseDialog } from '@/features/dailylog/CloseDialog';
import { ConflictDialog } from '@/features/dailylog/ConflictDialog';
import { type Amount, type Board, type BoardChild, boardKey, type Gate } from '@/features/dailylog/dailylog.api';
import { Grid, type Spot } from '@/features/dailylog/Grid';
import { MarkSheet } from '@/features/dailylog/MarkSheet';
import { useMeals } from '@/features/dailylog/useMeals';
import { Button, Empty, Page, Tag, toast } from '@/ui';
import { useTimeOfDay } from '../../useTimeOfDay';
import { BoardLeave } from './BoardLeave';
import { DayNotice } from './DayNotice';
import { Facts } from './Facts';
import { ReasonBar } from './ReasonBar';
import { usePhone } from './usePhone';

interface Props {
  board: Board;
  /** Class and day, chosen by the page. */
  choose: ReactNode;
  /** A sheet that a link asks for, and whose. */
  open?: Gate;
  child?: string;
}

/** The board of a class with its sheets: by table on a desk, by cards on a phone. */
export function BoardView({ board, choose, open, child }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const phone = usePhone();
  const time = useTimeOfDay();
  const mayClose = useRight('log.close');
  const takesLeave = useRight('roster.leave');
  const columns = useMemo(() => columnsOf(board), [board]);
  const [current, setCurrent] = useState(() => `meal:${periodNow(board, time)}`);
  const [spot, setSpot] = useState<Spot>(() => ({
    row: 0,
    column: Math.max(
      0,
      columns.findIndex(({ key }) => key === current),
    ),
  }));
  const [picked, setPicked] = useState('');
  const [sheet, setSheet] = useState<{ child: string; gate: Gate } | null>(
    open && child ? { child, gate: open } : null,
  );
  const [leaving, setLeaving] = useState<BoardChild | null>(null);
  const [closing, setClosing] = useState(false);
  const [reason, setReason] = useState('');
  const meals = useMeals(board, reason);
  useEffect(() => {
    if (open && child) setSheet({ child, gate: open });
  }, [open, child]);

  const column = columns.find(({ key }) => key === current) ?? columns[0];
  const here = phone ? column : columns[spot.column];
  const period = (here?.kind === 'meal' ? here.period : column?.period) ?? '';
  const chosen = board.children.find(({ id }) => id === (phone ? picked : board.children[spot.row]?.id));
  const rest = period ? restOf(board, period) : [];

  const settle = (target: BoardChild | undefined, act: BoardColumn | undefined, write: () => void) => {
    if (act?.kind !== 'meal') return;
    if (!begun(board, act, time)) toast(t('dailylog.not_begun', { time: act.starts ?? '' }));
    else if (target && !isThere(target)) toast(t('dailylog.not_here', { name: target.nickname || target.name }));
    else write();
  };
  const amount = (index: number) => {
    const value = board.amounts[index] as Amount | undefined;
    const act = columns.find(({ period: key }) => key === period);
    if (value && chosen) settle(chosen, act, () => void meals.one(period, chosen, value));
  };
  const fill = () =>
    settle(
      undefined,
      columns.find(({ period: key }) => key === period),
      () => void meals.rest(period, rest),
    );
  const show = (target: BoardChild, act: BoardColumn) => act.gate && setSheet({ child: target.id, gate: act.gate });
  const tap = (target: BoardChild) => (column?.gate ? show(target, column) : setPicked(target.id));
  const openChild = (target: BoardChild) => void navigate({ to: '/children/$id', params: { id: target.id } });
  const openCard = (target: BoardChild) => void navigate({ to: '/children/$id/card', params: { id: target.id } });
  const saved = () => {
    setSheet(null);
    setClosing(false);
    void queries.invalidateQueries({ queryKey: boardKey(board.class.id, board.day) });
  };
  const target = board.children.find(({ id }) => id === sheet?.child);

  const actions = (
    <>
      {mayClose && !board.closed && (
        <Button kind="text" icon="lock" onClick={() => setClosing(true)}>
          {t('dailylog.close')}
        </Button>
      )}
      <Tag tone={meals.busy ? 'warn' : 'ok'}>{t(meals.busy ? 'dailylog.saving' : 'dailylog.saved')}</Tag>
    </>
  );
  const head = (
    <>
      {choose}
      <Facts board={board} />
    </>
  );

  return (
    <Page fill untitled title={board.class.name} meta={head} actions={actions}>
      {board.closed && <ReasonBar reason={reason} onReason={setReason} />}
      <DayNotice closed={board.open ? '' : board.closedReason} own={board.ownClosure} half={board.half?.why} />
      {board.children.length === 0 && <Empty title={t('dailylog.nobody')}>{t('dailylog.nobody_what')}</Empty>}
      {board.children.length > 0 && phone && column && (
        <Cards board={board} columns={columns} column={column} picked={picked} onColumn={setCurrent} onTap={tap} />
      )}
      {board.children.length > 0 && !phone && (
        <Grid
          board={board}
          columns={columns}
          current={current}
          spot={spot}
          onSpot={(next) => {
            setSpot(next);
            const to = columns[next.column];
            if (to?.kind === 'meal') setCurrent(to.key);
          }}
          onOpen={show}
          onChild={openChild}
          onCard={openCard}
          onDigit={(digit) => amount(digit - 1)}
          onEnter={fill}
          onUndo={() => void meals.undo()}
        />
      )}
      {period && here?.kind === 'meal' && board.children.length > 0 && (
        <AmountBar
          board={board}
          period={period}
          child={chosen}
          chosen={chosen?.meals[period]?.amount}
          rest={rest.length}
          busy={meals.busy}
          onAmount={(value) => amount(board.amounts.indexOf(value))}
          onRest={fill}
          onUndo={() => void meals.undo()}
        />
      )}
      {target && sheet?.gate === 'check' && (
        <CheckSheet board={board} child={target} onClose={() => setSheet(null)} onSaved={saved} />
      )}
      {target && sheet && sheet.gate !== 'check' && (
        <MarkSheet
          board={board}
          child={target}
          kind={sheet.gate}
          onClose={() => setSheet(null)}
          onSaved={saved}
          onLeave={
            takesLeave && sheet.gate === 'arrival'
              ? () => {
                  setSheet(null);
                  setLeaving(target);
                }
              : undefined
          }
        />
      )}
      {leaving && <BoardLeave child={leaving} day={board.day} onClose={() => setLeaving(null)} />}
      {closing && <CloseDialog board={board} columns={columns} onClose={() => setClosing(false)} onClosed={saved} />}
      {meals.conflicts && (
        <ConflictDialog
          board={board}
          conflicts={meals.conflicts.cells}
          onKeep={meals.settle}
          onOverwrite={(cells) => {
            const at = meals.conflicts?.period ?? '';
            meals.settle();
            void meals.write(at, cells);
          }}
        />
      )}
    </Page>
  );
}
