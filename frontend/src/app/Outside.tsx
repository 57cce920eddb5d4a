import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { RestoreBackup } from '@/features/backup/RestoreBackup';
import type { Session } from '@/features/identity/identity.api';
import { SignIn } from '@/features/identity/SignIn';
import { FirstStart } from '@/features/start/FirstStart';
import { type Founded, leaveDemo, openDemo, type Start, startKey } from '@/features/start/start.api';
import { Button } from '@/ui';
import { OtherNurseries } from './OtherNurseries';
import { Switches } from './Switches';

interface Props {
  start: Start;
  onFounded: (founded: Founded) => void;
  onEnter: (session: Session) => void;
}

/** What stands before the sign-in: the very first page, or the way in with the other nurseries. */
export function Outside({ start, onFounded, onEnter }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const demo = useMutation({ mutationFn: openDemo, onSuccess: onEnter });
  const leave = useMutation({
    mutationFn: leaveDemo,
    onSuccess: () => queries.invalidateQueries({ queryKey: startKey }),
  });
  const [restored, setRestored] = useState(false);
  const [adding, setAdding] = useState(false);
  const version = <Switches note={t('start.version', { version: start.version })} />;
  const others = start.several && <OtherNurseries start={start} onAdd={() => setAdding(true)} />;
  if (start.state === 'new' || adding) {
    const onRestored = () => {
      setRestored(true);
      setAdding(false);
      void queries.invalidateQueries({ queryKey: startKey });
    };
    return (
      <First
        demo={demo}
        another={adding ? () => setAdding(false) : undefined}
        others={!adding && start.nurseries.length > 0 && others}
        footer={version}
        onFounded={onFounded}
        onRestored={onRestored}
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
      {!inDemo && others}
      {version}
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

interface FirstProps {
  demo: { mutate: () => void; isPending: boolean; error: unknown };
  another?: () => void;
  others: ReactNode;
  footer: ReactNode;
  onFounded: (founded: Founded) => void;
  onRestored: () => void;
}

function First({ demo, another, others, footer, onFounded, onRestored }: FirstProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <FirstStart
      another={another && { onBack: another }}
      others={others}
      onFounded={onFounded}
      onDemo={() => demo.mutate()}
      demoBusy={demo.isPending}
      demoError={demo.error ? sentence(demo.error) : ''}
      restoreLabel={t('backup.restore')}
      restore={(onBack) => <RestoreBackup another={Boolean(another)} onBack={onBack} onRestored={onRestored} />}
      footer={footer}
    />
  );
}
