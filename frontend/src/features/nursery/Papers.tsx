import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Card, Loading, Notice, Segmented, Table, Tag, type Tone } from '@/ui';
import { type Catalogue, type Document, type Paper, usePapers } from './nursery.api';
import { PaperDialog } from './PaperDialog';
import { PaperSheet } from './PaperSheet';
import styles from './Papers.module.css';

export const toneOf: Record<Paper['state'], Tone> = {
  missing: 'bad',
  expired: 'bad',
  short: 'warn',
  due: 'warn',
  unknown: 'plain',
  ok: 'ok',
  ahead: 'plain',
  renewed: 'plain',
};

const waiting = new Set<Paper['state']>(['missing', 'expired', 'short', 'due', 'unknown']);

interface Props {
  catalogue: Catalogue;
  /** The paper that somebody came for. */
  field?: string;
  saveFile: (fileName: string, bytes: ArrayBuffer) => Promise<unknown>;
}

/** All papers with their expiry in one list, the worst first, and those that are missing. */
export function Papers({ catalogue, field, saveFile }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const papers = usePapers();
  const [filter, setFilter] = useState('current');
  const [opened, setOpened] = useState<string | undefined>(field || undefined);
  const [writing, setWriting] = useState<Partial<Document> | null>(null);
  useEffect(() => setOpened(field || undefined), [field]);
  if (papers.isPending) return <Loading label={t('app.loading')} />;
  if (papers.isError) {
    return (
      <Notice tone="bad" alert action={<Button onClick={() => void papers.refetch()}>{t('app.retry')}</Button>}>
        {sentence(papers.error)}
      </Notice>
    );
  }
  const count = papers.data.filter(({ state }) => waiting.has(state)).length;
  const rows = papers.data.filter(({ state }) =>
    filter === 'all' ? true : filter === 'todo' ? waiting.has(state) : state !== 'renewed',
  );
  const paper = papers.data.find(({ document }) => document.id && document.id === opened);
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setWriting({})}>
      {t('nursery.paper_add')}
    </Button>
  );
  return (
    <>
      <Card title={t('nursery.papers')} note={t('nursery.papers_note', { count })} actions={add} flush>
        <div className={styles.filter}>
          <Segmented
            label={t('nursery.papers_shown')}
            value={filter}
            choices={['current', 'todo', 'all'].map((value) => ({ value, label: t(`nursery.papers_${value}`) }))}
            onChange={setFilter}
          />
        </div>
        <PaperTable
          rows={rows}
          onOpen={(row) => (row.document.id ? setOpened(row.document.id) : setWriting({ kind: row.kind }))}
        />
      </Card>
      {paper && (
        <PaperSheet
          key={paper.document.id}
          paper={paper}
          before={papers.data.find(({ document }) => document.id && document.id === paper.document.renews)}
          kind={catalogue.documents.find(({ kind }) => kind === paper.kind)}
          saveFile={saveFile}
          onWrite={setWriting}
          onClose={() => setOpened(undefined)}
        />
      )}
      {writing && <PaperDialog catalogue={catalogue} start={writing} onClose={() => setWriting(null)} />}
    </>
  );
}

function PaperTable({ rows, onOpen }: { rows: Paper[]; onOpen: (row: Paper) => void }) {
  const { t } = useTranslation();
  return (
    <Table
      label={t('nursery.papers')}
      rows={rows}
      rowKey={(row) => row.document.id || row.kind}
      onOpen={onOpen}
      empty={<p className={styles.none}>{t('nursery.papers_none')}</p>}
      columns={[
        {
          key: 'state',
          title: t('nursery.paper_state'),
          width: '104px',
          cell: (row) => <Tag tone={toneOf[row.state]}>{t(`nursery.state_${row.state}`)}</Tag>,
        },
        {
          key: 'name',
          title: t('nursery.paper'),
          cell: (row) => (
            <span className={styles.paper}>
              <strong>{row.document.title || t(`nursery.doc_${row.kind}`)}</strong>
              <small>{[row.document.number, row.document.issuer].filter(Boolean).join(' · ')}</small>
            </span>
          ),
        },
        {
          key: 'until',
          title: t('nursery.paper_until'),
          width: '140px',
          cell: (row) => (row.until ? row.until : row.document.id ? t('nursery.no_end') : '—'),
        },
        {
          key: 'scan',
          title: t('nursery.scan'),
          width: '90px',
          wide: true,
          cell: (row) =>
            row.document.scanId ? t('nursery.scan_there') : row.document.id ? t('nursery.scan_none') : '',
        },
      ]}
    />
  );
}
