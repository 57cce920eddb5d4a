import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { beginSession, useSession } from '@/api/session';
import { RestoreBackup } from '@/features/backup/RestoreBackup';
import { meKey, type Session } from '@/features/identity/identity.api';
import { SignIn } from '@/features/identity/SignIn';
import { FirstStart } from '@/features/start/FirstStart';
import { RecoveryCode } from '@/features/start/RecoveryCode';
import { type Founded, leaveDemo, openDemo, type Start, startKey, useStart } from '@/features/start/start.api';
import { Button, Empty, Loading } from '@/ui';
import { SignedIn } from './SignedIn';
import { Switches } from './Switches';
import { printPage } from './shell';

/** Which of the few states the program is in: nothing yet, first start, signed out, signed in. */
export function App() {
  const { t } = useTranslation();
  const start = useStart();
  const { token, locked } = useSession();
  const queries = useQueryClient();
  const [founded, setFounded] = useState<Founded | null>(null);
  const enter = async (session: Session) => {
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

interface OutsideProps {
  start: Start;
  onFounded: (founded: Founded) => void;
  onEnter: (session: Session) => void;
}

function Outside({ start, onFounded, onEnter }: OutsideProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const demo = useMutation({ mutationFn: openDemo, onSuccess: onEnter });
  const leave = useMutation({
    mutationFn: leaveDemo,
    onSuccess: () => queries.invalidateQueries({ queryKey: startKey }),
  });
  const [restored, setRestored] = useState(false);
  const version = t('start.version', { version: start.version });
  if (start.state === 'new') {
    return (
      <FirstStart
        onFounded={onFounded}
        onDemo={() => demo.mutate()}
        demoBusy={demo.isPending}
        demoError={demo.error ? sentence(demo.error) : ''}
        restoreLabel={t('backup.restore')}
        restore={(onBack) => (
          <RestoreBackup
            onBack={onBack}
            onRestored={() => {
              setRestored(true);
              void queries.invalidateQueries({ queryKey: startKey });
            }}
          />
        )}
        footer={<Switches note={version} />}
      />
    );
  }
  const inDemo = start.open === 'demo';
  const outsideNote = restored ? 'backup.restored' : 'app.sign_in_note';
  const footer = (
    <>
      <Button wide icon="eye" busy={demo.isPending} onClick={() => demo.mutate()}>
        {t(inDemo ? 'app.demo_enter' : 'start.demo_go')}
      </Button>
      {inDemo && (
        <Button kind="text" wide onClick={() => leave.mutate()}>
          {t('app.demo_leave')}
        </Button>
      )}
      <Switches note={version} />
    </>
  );
  return (
    <SignIn
      title={start.name || t('app.name')}
      note={t(inDemo ? 'app.demo_note' : outsideNote)}
      onDone={onEnter}
      footer={footer}
    />
  );
}
