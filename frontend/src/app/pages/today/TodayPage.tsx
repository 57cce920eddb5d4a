import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDayWords } from '@/api/days';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Classes } from '@/features/today/Classes';
import { Counts } from '@/features/today/Counts';
import { Todo } from '@/features/today/Todo';
import { type Finding, useToday } from '@/features/today/today.api';
import { Button, Card, Empty, Loading, Notice, Page } from '@/ui';
import { useTimeOfDay } from '../../useTimeOfDay';
import { DayNotice } from '../board/DayNotice';

/** Which sheet of the board puts a finding right. */
const sheetOf: Record<string, 'check' | 'arrival' | 'departure'> = {
  check: 'check',
  contact: 'arrival',
  look: 'check',
  departure: 'departure',
};

/** The nursery's day at a glance. */
export function TodayPage() {
  const { t } = useTranslation();
  const words = useDayWords();
  const time = useTimeOfDay();
  const sentence = useSentence();
  const navigate = useNavigate();
  const seesBoard = useRight('log.read');
  const today = useToday();
  const openBoard = (classId: string, search: { child?: string; open?: 'check' | 'arrival' | 'departure' } = {}) => {
    if (!today.data || !seesBoard) return;
    void navigate({ to: '/board/$classId/$day', params: { classId, day: today.data.day }, search });
  };
  const open = (finding: Finding) => {
    if (finding.classId && finding.link.startsWith('/board/')) {
      openBoard(finding.classId, { child: finding.childId, open: sheetOf[finding.verb] });
    } else window.location.hash = `#${finding.link}`;
  };
  if (today.isPending) return <Loading label={t('app.loading')} />;
  if (today.isError) {
    const again = <Button onClick={() => void today.refetch()}>{t('app.retry')}</Button>;
    return (
      <Page title={t('app.nav_today')}>
        <Notice tone="bad" alert action={again}>
          {sentence(today.error)}
        </Notice>
      </Page>
    );
  }
  const overview = today.data;
  return (
    <Page title={t('app.nav_today')} meta={`${words(overview.day)} · ${time}`}>
      <DayNotice
        closed={overview.open ? '' : overview.closedReason}
        own={overview.ownClosure}
        half={overview.halfDay}
      />
      {overview.classes.length === 0 ? (
        <NobodyYet />
      ) : (
        <>
          <Counts overview={overview} />
          <Todo overview={overview} onOpen={open} />
          <Classes classes={overview.classes} onOpen={openBoard} />
        </>
      )}
    </Page>
  );
}

/** The first thing to do in a new nursery. */
function NobodyYet() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayImport = useRight('roster.import');
  const go = (
    <Button kind="primary" size="large" icon="import" onClick={() => void navigate({ to: '/import' })}>
      {t('import.title')}
    </Button>
  );
  return (
    <Card>
      <Empty icon="people" title={t('today.no_roster')} action={mayImport && go}>
        {t('today.no_roster_what')}
      </Empty>
    </Card>
  );
}
