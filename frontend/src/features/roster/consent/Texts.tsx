import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Card, Loading, Notice, Tag, toast } from '@/ui';
import { ReasonDialog } from '../child/ReasonDialog';
import { closeKind, type Kind, useKinds } from './consent.api';
import styles from './consent.module.css';
import { KindDialog } from './KindDialog';
import { TextDialog } from './TextDialog';

type Doing = { what: 'add' } | { what: 'text' | 'close'; kind: Kind };

/** What guardians are shown, kind by kind; the shipped ones are examples to be made one's own. */
export function Texts({ onPrint }: { onPrint: (kindId: string) => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const kinds = useKinds();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const saved = (key: string) => () => {
    close();
    toast(t(key), 'ok');
  };
  if (kinds.isPending) return <Loading label={t('app.loading')} />;
  if (!kinds.data) return <Notice tone="bad">{sentence(kinds.error)}</Notice>;
  return (
    <>
      {kinds.data.some(({ text }) => text?.example) && <Notice tone="warn">{t('consent.example_what')}</Notice>}
      {kinds.data.map((kind) => (
        <Card
          key={kind.id}
          title={kind.name}
          note={
            kind.text ? (
              <>
                {t('consent.text_version', { version: kind.text.version })}{' '}
                {kind.text.example && <Tag tone="warn">{t('consent.example')}</Tag>}
              </>
            ) : (
              t('consent.no_text')
            )
          }
          actions={
            <>
              {kind.form === 'other' && (
                <Button kind="text" size="small" icon="close" onClick={() => setDoing({ what: 'close', kind })}>
                  {t('consent.close_kind')}
                </Button>
              )}
              {kind.text && (
                <Button kind="text" size="small" icon="print" onClick={() => onPrint(kind.id)}>
                  {t('consent.print')}
                </Button>
              )}
              <Button
                kind="text"
                size="small"
                icon="edit"
                aria-label={t('consent.named', {
                  act: t(kind.text ? 'consent.edit' : 'consent.write'),
                  kind: kind.name,
                })}
                onClick={() => setDoing({ what: 'text', kind })}
              >
                {t(kind.text ? 'consent.edit' : 'consent.write')}
              </Button>
            </>
          }
        >
          {kind.text && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard too
            <p className={styles.body} tabIndex={0}>
              {kind.text.body}
            </p>
          )}
        </Card>
      ))}
      <div>
        <Button icon="plus" onClick={() => setDoing({ what: 'add' })}>
          {t('consent.add_kind')}
        </Button>
      </div>
      {doing?.what === 'add' && <KindDialog onClose={close} onDone={saved('consent.kind_added')} />}
      {doing?.what === 'text' && <TextDialog kind={doing.kind} onClose={close} onDone={saved('consent.text_saved')} />}
      {doing?.what === 'close' && (
        <ReasonDialog
          title={t('consent.close_of', { kind: doing.kind.name })}
          subtitle={t('consent.close_what')}
          act={t('consent.close_kind')}
          write={(reason) => closeKind(doing.kind.id, reason)}
          onClose={close}
          onDone={saved('consent.kind_closed')}
        />
      )}
    </>
  );
}
