import { useParams, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { ActionCard } from '@/features/roster/card/ActionCard';
import { CardForm } from '@/features/roster/card/CardForm';
import { type OpenedCard, useCard } from '@/features/roster/card/card.api';
import { useClasses } from '@/features/roster/roster.api';
import { Button, Empty, Loading, Notice, toast } from '@/ui';
import { printPage } from '../../shell';
import styles from '../consents/PaperPage.module.css';

/** A child's action card: opened by one tap from the board, and as it hangs in room and kitchen. */
export function CardPage() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { id = '' } = useParams({ strict: false });
  const { history } = useRouter();
  const card = useCard(id);
  if (card.isPending) return <Loading label={t('app.loading')} />;
  return (
    <div className={styles.page}>
      <h1 className="sr-only">{t('card.title')}</h1>
      {card.data ? (
        <View opened={card.data} onBack={() => history.back()} onSaved={() => void card.refetch()} />
      ) : (
        <Notice tone="bad" alert>
          {sentence(card.error)}
        </Notice>
      )}
    </div>
  );
}

function View({ opened, onBack, onSaved }: { opened: OpenedCard; onBack: () => void; onSaved: () => void }) {
  const { t } = useTranslation();
  const writes = useRight('roster.write_health');
  const [writing, setWriting] = useState(false);
  const className = useClasses().data?.find(({ id }) => id === opened.classId)?.name ?? '';
  const write = writes && (
    <Button kind={opened.card ? 'plain' : 'primary'} icon="edit" onClick={() => setWriting(true)}>
      {t(opened.card ? 'card.change' : 'card.write')}
    </Button>
  );
  return (
    <>
      <div className={styles.bar}>
        <Button icon="left" onClick={onBack}>
          {t('card.back')}
        </Button>
        {opened.card && write}
        {opened.card && (
          <Button kind="primary" icon="print" onClick={() => void printPage()}>
            {t('card.print')}
          </Button>
        )}
      </div>
      {opened.card ? (
        <ActionCard opened={opened} className={className} />
      ) : (
        <Empty icon="warn" title={t('card.none')} action={write}>
          {t('card.none_what')}
        </Empty>
      )}
      {writing && (
        <CardForm
          opened={opened}
          onClose={() => setWriting(false)}
          onDone={() => {
            setWriting(false);
            toast(t('card.saved'), 'ok');
            onSaved();
          }}
        />
      )}
    </>
  );
}
