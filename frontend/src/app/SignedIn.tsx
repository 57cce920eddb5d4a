import { useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Me, MeProvider } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { beginSession, endSession, useSession } from '@/api/session';
import { lock, meKey, type Session, useMeQuery } from '@/features/identity/identity.api';
import { Button, Empty, Loading, toast } from '@/ui';
import { useFeed } from './feed';
import { useIdle } from './idle';
import { LockScreen } from './LockScreen';
import { makeRouter } from './router';

/** Everything behind the sign-in, and the lock in front of it. */
export function SignedIn() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { token, locked } = useSession();
  const me = useMeQuery(token !== '');
  if (me.data) return <Inside me={me.data} locked={locked} />;
  if (locked || me.isError) {
    const again = <Button onClick={endSession}>{t('identity.sign_in')}</Button>;
    return <Empty icon="lock" title={me.error ? sentence(me.error) : t('app.locked')} action={again} />;
  }
  return <Loading label={t('app.loading')} />;
}

function Inside({ me, locked }: { me: Me; locked: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [router, setRouter] = useState(makeRouter);
  useFeed();
  useIdle(me.idleMinutes, lock);
  const unlock = (session: Session) => {
    const same = session.me.id === me.id;
    if (!same) queries.clear();
    queries.setQueryData(meKey, session.me);
    beginSession(session.token, session.device);
    if (same) {
      void queries.invalidateQueries();
      return;
    }
    // Somebody else gets a page of their own, not what lay open.
    window.location.hash = '#/';
    setRouter(makeRouter());
    toast(t('app.other_person', { name: session.me.name }));
  };
  return (
    <MeProvider value={me}>
      <RouterProvider key={me.id} router={router} />
      {locked && <LockScreen me={me} onDone={unlock} />}
    </MeProvider>
  );
}
