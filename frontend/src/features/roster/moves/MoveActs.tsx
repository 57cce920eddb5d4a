import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Card, Tag, toast } from '@/ui';
import { ReasonDialog } from '../child/ReasonDialog';
import { type ClassFile, type MoveAct, undoMove, useMoveActs } from '../classes/classes.api';
import styles from './moves.module.css';

/** The last acts that moved many, each to be taken back as long as nobody was changed since. */
export function MoveActs({ classes }: { classes: ClassFile[] }) {
  const { t } = useTranslation();
  const acts = useMoveActs();
  const [undoing, setUndoing] = useState<MoveAct | null>(null);
  if (!acts.data || acts.data.length === 0) return null;
  const words = (act: MoveAct) => {
    const name = classes.find(({ id }) => id === act.classId)?.name ?? '';
    return t(act.classId ? 'moves.act_move' : 'moves.act_leave', { name, day: act.day, count: act.children });
  };
  return (
    <Card title={t('moves.acts')}>
      <ul className={styles.acts}>
        {acts.data.map((act) => (
          <li key={act.id}>
            <span>
              <strong>{words(act)}</strong>
              <small>{[act.by, act.reason].filter(Boolean).join(' · ')}</small>
            </span>
            {act.undone ? (
              <Tag>{t('moves.undone')}</Tag>
            ) : (
              <Button
                kind="text"
                size="small"
                icon="undo"
                onClick={() => setUndoing(act)}
                aria-label={`${t('moves.undo')}：${words(act)}`}
              >
                {t('moves.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {undoing && <Undo act={undoing} onClose={() => setUndoing(null)} />}
    </Card>
  );
}

function Undo({ act, onClose }: { act: MoveAct; onClose: () => void }) {
  const { t } = useTranslation();
  const write = async (reason: string) => {
    const { back, kept } = await undoMove(act.id, reason);
    if (kept.length === 0) toast(t('moves.undone_all', { count: back }), 'ok');
    else toast(t('moves.undone_some', { count: back, names: kept.join('、') }), 'bad');
  };
  return (
    <ReasonDialog
      title={t('moves.undo_of', { count: act.children })}
      subtitle={t('moves.undo_what')}
      act={t('moves.undo')}
      write={write}
      onClose={onClose}
      onDone={onClose}
    />
  );
}
