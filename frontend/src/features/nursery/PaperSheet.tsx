import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Sheet, Tag } from '@/ui';
import type { Document, Kind, Paper } from './nursery.api';
import { toneOf } from './Papers';
import styles from './Papers.module.css';
import { Scan } from './Scan';
import { Source } from './Source';
import { VoidPaper } from './VoidPaper';

interface Props {
  paper: Paper;
  /** The paper that this one renewed. */
  before?: Paper;
  kind?: Kind;
  saveFile: (fileName: string, bytes: ArrayBuffer) => Promise<unknown>;
  onWrite: (start: Partial<Document>) => void;
  onClose: () => void;
}

/** One paper: what it says, its scan, and what can be done with it. */
export function PaperSheet({ paper, before, kind, saveFile, onWrite, onClose }: Props) {
  const { t } = useTranslation();
  const [voiding, setVoiding] = useState(false);
  const { document } = paper;
  const renewable = paper.state !== 'renewed' && paper.state !== 'ahead';
  const write = (start: Partial<Document>) => {
    onClose();
    onWrite(start);
  };
  const renewal = {
    kind: document.kind,
    title: document.title,
    issuer: document.issuer,
    remindDays: document.remindDays,
    renews: document.id,
  };
  const facts: [string, string][] = [
    [t('nursery.paper_number'), document.number],
    [t('nursery.paper_issuer'), document.issuer],
    [t('nursery.paper_issuedOn'), document.issuedOn],
    [t('nursery.paper_until'), paper.until ? paper.until : t('nursery.no_end')],
    [t('nursery.paper_remindDays'), String(document.remindDays)],
    [t('nursery.paper_note'), document.note],
    [t('nursery.paper_before'), before ? `${before.document.number} ${before.document.issuedOn}`.trim() : ''],
  ];
  return (
    <Sheet
      title={document.title || t(`nursery.doc_${document.kind}`)}
      subtitle={<Tag tone={toneOf[paper.state]}>{t(`nursery.state_${paper.state}`)}</Tag>}
      closeLabel={t('app.close')}
      onClose={onClose}
      footer={
        <>
          <Button kind="text" onClick={() => setVoiding(true)}>
            {t('nursery.paper_void')}
          </Button>
          <Button onClick={() => write(document)}>{t('nursery.paper_mend')}</Button>
          {renewable && (
            <Button kind="primary" onClick={() => write(renewal)}>
              {t('nursery.paper_renew')}
            </Button>
          )}
        </>
      }
    >
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Scan document={document} saveFile={saveFile} />
      {kind && (
        <>
          <p className={styles.strength}>{t(`nursery.strength_${kind.strength}`)}</p>
          <Source basis={kind} />
        </>
      )}
      {voiding && <VoidPaper document={document} onClose={() => setVoiding(false)} onDone={onClose} />}
    </Sheet>
  );
}
