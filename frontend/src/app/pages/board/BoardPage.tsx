import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useMe } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { dueOf } from '@/features/dailylog/board';
import { useBoard, useBoardClasses } from '@/features/dailylog/dailylog.api';
import { Button, DateInput, Empty, Loading, Notice, Page, Select } from '@/ui';
import styles from './BoardPage.module.css';
import { BoardView } from './BoardView';

/** The log of one class on one day. */
export function BoardPage() {
  const { t } = useTranslation();
  const me = useMe();
  const sentence = useSentence();
  const navigate = useNavigate();
  const params = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const classes = useBoardClasses();
  const [everybody, setEverybody] = useState(false);
  const mine = (classes.data ?? []).filter(
    (each) =>
      me.classes.length === 0 ||
      me.roles.some((role) => role !== 'caregiver') ||
      me.classes.some(({ id }) => id === each.id),
  );
  const classId = params.classId ?? mine[0]?.id ?? '';
  const day = params.day ?? today();
  const board = useBoard(classId, day);
  const go = (to: { classId?: string; day?: string }) =>
    void navigate({ to: '/board/$classId/$day', params: { classId: to.classId ?? classId, day: to.day ?? day } });

  if (classes.isPending || (classId && board.isPending)) return <Loading label={t('app.loading')} />;
  const failed = classes.error ?? board.error;
  if (failed) {
    return (
      <Page title={t('app.nav_board')}>
        <Notice tone="bad" alert action={<Button onClick={() => void board.refetch()}>{t('app.retry')}</Button>}>
          {sentence(failed)}
        </Notice>
      </Page>
    );
  }
  if (!board.data) {
    return (
      <Page title={t('app.nav_board')}>
        <Empty icon="log" title={t('dailylog.no_classes')}>
          {t('dailylog.no_classes_what')}
        </Empty>
      </Page>
    );
  }
  const { due, others } = dueOf(board.data);
  return (
    <BoardView
      key={`${classId} ${day}`}
      board={everybody ? board.data : due}
      open={search.open}
      child={search.child}
      choose={
        <span className={styles.choose}>
          <Select
            aria-label={t('dailylog.class')}
            value={classId}
            options={mine.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => go({ classId: id })}
          />
          <label className="sr-only" htmlFor="board-day">
            {t('dailylog.day')}
          </label>
          <DateInput
            id="board-day"
            value={day}
            today={today()}
            max={today()}
            onChange={(next) => next && go({ day: next })}
          />
          {others > 0 && (
            <Button kind="text" size="small" aria-pressed={everybody} onClick={() => setEverybody(!everybody)}>
              {t(everybody ? 'dailylog.others_hide' : 'dailylog.others_show', { count: others })}
            </Button>
          )}
        </span>
      }
    />
  );
}
