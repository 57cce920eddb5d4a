import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, cx, Sheet, Tag, toast } from '@/ui';
import styles from '../child/child.module.css';
import { ReasonDialog } from '../child/ReasonDialog';
import { type Act, type KindStanding, readFile, voidConsent } from './consent.api';
import { Picture } from './Picture';

interface Props {
  line: KindStanding;
  saveFile: (fileName: string, bytes: ArrayBuffer) => Promise<unknown>;
  onClose: () => void;
}

/** Every act on one kind, newest first, with its signature; one that was written in error is voided. */
export function ConsentActs({ line, saveFile, onClose }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [voiding, setVoiding] = useState<Act | null>(null);
  const reading = useMutation({
    mutationFn: (act: Act) => readFile(act.id),
    onError: (error) => toast(sentence(error), 'bad'),
  });
  return (
    <Sheet title={line.kind.name} subtitle={t('consent.acts')} closeLabel={t('app.close')} onClose={onClose}>
      <ul className={styles.items}>
        {line.acts.map((act) => (
          <li key={act.id} className={styles.item}>
            <span className={styles.words}>
              <span className={cx(styles.first, act.void && styles.void)}>
                <strong>{act.on}</strong>
                <span>{t(`consent.state_${act.decision}`)}</span>
              </span>
              <Details act={act} />
            </span>
            {act.hasFile && (
              <Button kind="text" size="small" icon="eye" onClick={() => reading.mutate(act)}>
                {t(act.signed === 'stroke' ? 'consent.see_signature' : 'consent.see_scan')}
              </Button>
            )}
            {act.void ? (
              <Tag>{t('roster.voided')}</Tag>
            ) : (
              <Button kind="text" size="small" icon="undo" onClick={() => setVoiding(act)}>
                {t('consent.void')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {reading.data && <Picture file={reading.data} saveFile={saveFile} onClose={reading.reset} />}
      {voiding && (
        <ReasonDialog
          title={t('consent.void_of', { day: voiding.on })}
          subtitle={t('consent.void_what')}
          act={t('consent.void')}
          write={(reason) => voidConsent(voiding.id, reason)}
          onClose={() => setVoiding(null)}
          onDone={() => {
            setVoiding(null);
            toast(t('consent.voided'), 'ok');
          }}
        />
      )}
    </Sheet>
  );
}

function Details({ act }: { act: Act }) {
  const { t } = useTranslation();
  const facts = [
    `${act.guardian}（${act.relation}）`,
    act.verified && t(`consent.verified_${act.verified}`),
    act.signed && t(`consent.signed_${act.signed}`),
    act.number,
    act.endsOn && t('consent.until', { day: act.endsOn }),
    act.scopes.join('、'),
    act.textVersion > 0 && t('consent.text_version', { version: act.textVersion }),
    t('consent.kept_by', { by: act.by }),
    act.note,
    act.voidReason && t('roster.because', { reason: act.voidReason }),
  ].filter(Boolean);
  return <span className={styles.small}>{facts.join(' · ')}</span>;
}
