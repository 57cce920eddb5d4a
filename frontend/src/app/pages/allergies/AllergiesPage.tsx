import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useDayWords } from '@/api/days';
import { useMe } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { useEaters, useRooms } from '@/features/roster/eaters/eaters.api';
import { Rooms } from '@/features/roster/eaters/Rooms';
import { KitchenSheet, RoomSheets } from '@/features/roster/eaters/Sheets';
import { Button, Empty, Loading, Notice, Page } from '@/ui';
import { printPage } from '../../shell';
import styles from './AllergiesPage.module.css';

/** What must not be eaten today, by class; on the screen of the kitchen, and on paper for kitchen and rooms. */
export function AllergiesPage() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const words = useDayWords();
  const { nurseryName } = useMe();
  const asked = useEaters();
  const rooms = useRooms(asked.data);
  const [place, setPlace] = useState<'kitchen' | 'rooms'>('kitchen');
  const print = (where: typeof place) => {
    // What is printed must stand on the page before the printer looks at it.
    flushSync(() => setPlace(where));
    void printPage();
  };
  const Sheets = place === 'kitchen' ? KitchenSheet : RoomSheets;
  const day = asked.data ? words(asked.data.day) : '';
  return (
    <>
      <div className={styles.screen}>
        <Page
          title={t('app.nav_allergies')}
          meta={day && <span>{t('eaters.reckoned', { day })}</span>}
          actions={
            rooms.length > 0 && (
              <>
                <Button icon="print" onClick={() => print('rooms')}>
                  {t('eaters.print_rooms')}
                </Button>
                <Button kind="primary" icon="print" onClick={() => print('kitchen')}>
                  {t('eaters.print_kitchen')}
                </Button>
              </>
            )
          }
        >
          {asked.isPending && <Loading label={t('app.loading')} />}
          {asked.isError && (
            <Notice tone="bad" alert action={<Button onClick={() => void asked.refetch()}>{t('app.retry')}</Button>}>
              {sentence(asked.error)}
            </Notice>
          )}
          {asked.data && asked.data.classes.length === 0 && (
            <Empty icon="bowl" title={t('eaters.nobody')}>
              {t('eaters.nobody_what')}
            </Empty>
          )}
          <Rooms rooms={rooms} />
        </Page>
      </div>
      <div className={styles.paper}>
        <Sheets rooms={rooms} day={day} nursery={nurseryName} />
      </div>
    </>
  );
}
