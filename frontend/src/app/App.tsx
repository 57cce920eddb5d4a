import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginSession, useSession } from '@/api/session';
import { meKey, type Session } from '@/features/identity/identity.api';
import { RecoveryCode } from '@/features/start/RecoveryCode';
import { type Founded, readStart, startKey, useStart } from '@/features/start/start.api';
import { Button, Empty, Loading } from '@/ui';
import { Outside } from './Outside';
import { SignedIn } from './SignedIn';
import { printPage } from './shell';

/** Which of the few states the program is in: nothing yet, first start, signed out, signed in. */
export function App() {
  const { t } = useTranslation();
  const start = useStart();
  const { token, locked } = useSession();
  const queries = useQueryClient();
  const [founded, setFounded] = useState<Founded | null>(null);
  const enter = async (session: Session) => {
    // Which nursery is open now says under which name it knows this device.
    await queries.fetchQuery({ queryKey: startKey, queryFn: readStart, staleTime: 0 }).catch(() => undefined);
    queries.clear();
    queries.setQueryData(meKey, session.me);
    beginSession(session.token, session.device);
    await queries.invalidateQueries({ queryKey: startKey });
  };
  if (founded) {
    return (
      <RecoveryCode
        code={founded.recoveryCode}
        nursery={founded.me.nurseryName}
        keyPath={founded.keyStore === 'file' ? founded.keyPath : ''}
        onPrint={() => void printPage()}
        onKept={() => {
          setFounded(null);
          void enter(founded);
        }}
      />
    );
  }
  if (token || locked) return <SignedIn />;
  if (start.isPending) return <Loading label={t('start.opening')} />;
  if (start.isError) {
    const again = <Button onClick={() => void start.refetch()}>{t('start.retry')}</Button>;
    return (
      <Empty icon="warn" title={t('start.unreachable')} action={again}>
        {t('start.unreachable_what')}
      </Empty>
    );
  }
  return <Outside start={start.data} onFounded={setFounded} onEnter={(session) => void enter(session)} />;
}
