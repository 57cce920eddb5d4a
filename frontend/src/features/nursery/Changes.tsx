import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Card, Empty, Loading, Notice, Tag } from '@/ui';
import styles from './Changes.module.css';
import { CloseChange } from './CloseChange';
import { type Catalogue, type Change, useChanges } from './nursery.api';
import { Source } from './Source';

/** What differs from what the authority has on its list, until it is told. */
export function Changes({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const changes = useChanges();
  const [closing, setClosing] = useState<{ change: Change; how: 'file' | 'withdraw' } | null>(null);
  if (changes.isPending) return <Loading label={t('app.loading')} />;
  if (changes.isError) {
    return (
      <Notice tone="bad" alert action={<Button onClick={() => void changes.refetch()}>{t('app.retry')}</Button>}>
        {sentence(changes.error)}
      </Notice>
    );
  }
  const open = changes.data.filter(({ state }) => state === 'open');
  const closed = changes.data.filter(({ state }) => state !== 'open');
  return (
    <>
      <Card title={t('nursery.changes')} note={t('nursery.changes_note')}>
        {open.length === 0 ? (
          <Empty icon="check" title={t('nursery.changes_none')}>
            {t('nursery.changes_none_what')}
          </Empty>
        ) : (
          <ul className={styles.list}>
            {open.map((change) => (
              <Row key={change.id} change={change}>
                <Button kind="text" onClick={() => setClosing({ change, how: 'withdraw' })}>
                  {t('nursery.change_withdraw')}
                </Button>
                <Button onClick={() => setClosing({ change, how: 'file' })}>{t('nursery.change_file')}</Button>
              </Row>
            ))}
          </ul>
        )}
        <Source basis={catalogue.change} />
      </Card>
      {closed.length > 0 && (
        <Card title={t('nursery.changes_closed')}>
          <ul className={styles.list}>
            {closed.map((change) => (
              <Row key={change.id} change={change} />
            ))}
          </ul>
        </Card>
      )}
      {closing && <CloseChange {...closing} onClose={() => setClosing(null)} />}
    </>
  );
}

/** The value as people read it: modes are words. */
function useValueWords() {
  const { t } = useTranslation();
  return (change: Change, value: string) => {
    if (value === '') return t('nursery.not_recorded');
    if (change.field !== 'serviceModes') return value;
    return value
      .split(',')
      .map((mode) => t(`nursery.serviceModes_${mode}`))
      .join('、');
  };
}

function Row({ change, children }: { change: Change; children?: React.ReactNode }) {
  const { t } = useTranslation();
  const value = useValueWords();
  const closed =
    change.state === 'filed'
      ? t('nursery.change_filed', { day: change.filedOn, number: change.number })
      : t('nursery.change_withdrawn', {
          reason: change.reason === 'back' ? t('nursery.change_back') : change.reason,
        });
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <strong>
          {t(`nursery.${change.field}`)}{' '}
          {change.state === 'open' && change.again && <Tag tone="bad">{t('nursery.change_again')}</Tag>}
        </strong>
        <p>
          <del>{value(change, change.old)}</del>
          <span aria-hidden="true"> → </span>
          <ins>{value(change, change.new)}</ins>
        </p>
        <small>
          {t('nursery.change_on', { day: change.happenedOn })}
          {change.state !== 'open' && ` · ${closed}`}
        </small>
      </div>
      {children}
    </li>
  );
}
