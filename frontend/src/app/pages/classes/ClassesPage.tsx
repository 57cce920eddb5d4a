import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { ExportButton } from '@/features/lists/ExportButton';
import { ClassDialog } from '@/features/roster/classes/ClassDialog';
import { ClassFindings } from '@/features/roster/classes/ClassFindings';
import { ClassList } from '@/features/roster/classes/ClassList';
import { ClassSheet } from '@/features/roster/classes/ClassSheet';
import { type ClassBoard, type ClassFile, useClassBoard } from '@/features/roster/classes/classes.api';
import { HomeSwitch } from '@/features/roster/classes/HomeSwitch';
import { Groups } from '@/features/roster/groups/Groups';
import { Whereabouts } from '@/features/roster/groups/Whereabouts';
import { MoveActs } from '@/features/roster/moves/MoveActs';
import { Moves } from '@/features/roster/moves/Moves';
import { Button, Card, Empty, Loading, Notice, Page, Tabs, toast } from '@/ui';
import { saveFile } from '../../shell';
import styles from './ClassesPage.module.css';

const tabs = ['list', 'moves', 'groups'];
const monthsFirst = 3;

const sum = (classes: ClassFile[], count: (row: ClassFile) => number | undefined) =>
  classes.filter(({ open }) => open).reduce((total, row) => total + (count(row) ?? 0), 0);

/** The classes: places and rules, who moves up, who is together when. */
export function ClassesPage() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [months, setMonths] = useState(monthsFirst);
  const board = useClassBoard(months);
  const [tab, setTab] = useState('list');
  const [adding, setAdding] = useState(false);
  const rows = board.data?.classes ?? [];
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
      {t('roster.add_class')}
    </Button>
  );
  return (
    <Page
      title={t('app.nav_classes')}
      meta={
        rows.length > 0 &&
        t('roster.classes_sum', {
          enrolled: sum(rows, ({ enrolled }) => enrolled),
          places: sum(rows, ({ places }) => places),
        })
      }
      actions={
        rows.length > 0 && (
          <>
            <ExportButton
              list={tab === 'groups' ? 'groups' : 'classes'}
              name={t(tab === 'groups' ? 'classes.tab_groups' : 'app.nav_classes')}
              saveFile={saveFile}
            />
            {add}
          </>
        )
      }
    >
      {board.isPending && <Loading label={t('app.loading')} />}
      {board.isError && (
        <Notice tone="bad" alert action={<Button onClick={() => void board.refetch()}>{t('app.retry')}</Button>}>
          {sentence(board.error)}
        </Notice>
      )}
      {board.data && rows.length === 0 && (
        <Empty icon="room" title={t('roster.no_classes')} action={add}>
          {t('roster.no_classes_what')}
        </Empty>
      )}
      {board.data && rows.length > 0 && (
        <Tabs
          label={t('app.nav_classes')}
          tabs={tabs.map((key) => ({ key, label: t(`classes.tab_${key}`) }))}
          value={tab}
          onChange={setTab}
        >
          <Panel tab={tab} board={board.data} months={months} onMonths={setMonths} />
        </Tabs>
      )}
      {adding && (
        <ClassDialog
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            toast(t('roster.class_added'), 'ok');
          }}
        />
      )}
    </Page>
  );
}

interface PanelProps {
  tab: string;
  board: ClassBoard;
  months: number;
  onMonths: (months: number) => void;
}

function Panel({ tab, board, months, onMonths }: PanelProps) {
  const { t } = useTranslation();
  const [openId, setOpenId] = useState('');
  const { classes, findings, agesOut, atHome } = board;
  const open = classes.find(({ id }) => id === openId);
  if (tab === 'moves') {
    return (
      <div className={styles.panel}>
        <Moves classes={classes} agesOut={agesOut} months={months} onMonths={onMonths} />
        <MoveActs classes={classes} />
      </div>
    );
  }
  if (tab === 'groups') {
    return (
      <div className={styles.panel}>
        <Groups />
        <Whereabouts />
      </div>
    );
  }
  return (
    <div className={styles.panel}>
      <ClassFindings title={t('classes.findings')} findings={findings} />
      <ClassList classes={classes} onOpen={({ id }) => setOpenId(id)} />
      <Card>
        <HomeSwitch home={atHome} />
      </Card>
      {open && <ClassSheet row={open} order={classes.map(({ id }) => id)} onClose={() => setOpenId('')} />}
    </div>
  );
}
