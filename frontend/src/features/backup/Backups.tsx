import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayOf, timeOfDay } from '@/api/clock';
import { useDayWords } from '@/api/days';
import { useSentence } from '@/api/sentence';
import { Button, Card, Empty, Loading, Notice, Table, Tag, toast } from '@/ui';
import styles from './Backups.module.css';
import { type Backup, type BackupList, backupKey, makeBackup, useBackups, verifyBackup } from './backup.api';
import { sizeWords } from './size';

interface Props {
  /** Shows the folder where the backups lie; only in the window. */
  onOpenFolder?: () => void;
}

/** The backups of the nursery: what there is, one more now, and whether one can be opened. */
export function Backups({ onOpenFolder }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const backups = useBackups();
  const renew = () => queries.invalidateQueries({ queryKey: backupKey });
  const making = useMutation({
    mutationFn: makeBackup,
    onSuccess: () => toast(t('backup.made'), 'ok'),
    onError: (error) => toast(sentence(error), 'bad'),
    onSettled: renew,
  });
  if (backups.isPending) return <Loading label={t('backup.loading')} />;
  if (backups.isError) {
    return (
      <Notice tone="bad" alert action={<Button onClick={() => void backups.refetch()}>{t('backup.again')}</Button>}>
        {sentence(backups.error)}
      </Notice>
    );
  }
  if (!backups.data.kept) return <Notice>{t('backup.demo')}</Notice>;
  const actions = (
    <>
      {onOpenFolder && (
        <Button icon="folder" onClick={onOpenFolder}>
          {t('backup.open_folder')}
        </Button>
      )}
      <Button kind="primary" busy={making.isPending} onClick={() => making.mutate()}>
        {t(making.isPending ? 'backup.making' : 'backup.make')}
      </Button>
    </>
  );
  return (
    <Card title={t('backup.title')} actions={actions} flush>
      <p className={styles.what}>{t('backup.what')}</p>
      <Failed list={backups.data} />
      <List backups={backups.data.backups} onChecked={renew} />
    </Card>
  );
}

function Failed({ list }: { list: BackupList }) {
  const { t } = useTranslation();
  const words = useDayWords();
  if (!list.failedAt) return null;
  const at = `${words(dayOf(list.failedAt))} ${timeOfDay(list.failedAt)}`;
  return (
    <div className={styles.notice}>
      <Notice tone="bad" alert>
        {t('backup.failed_at', { at })} {t(list.failure, { ns: 'fault' })}
      </Notice>
    </div>
  );
}

function List({ backups, onChecked }: { backups: Backup[]; onChecked: () => void }) {
  const { t, i18n } = useTranslation();
  const words = useDayWords();
  const sentence = useSentence();
  const checking = useMutation({
    mutationFn: verifyBackup,
    onSuccess: () => toast(t('backup.whole'), 'ok'),
    onError: (error) => toast(sentence(error), 'bad'),
    onSettled: onChecked,
  });
  return (
    <Table
      label={t('backup.title')}
      rows={backups}
      rowKey={(each) => each.name}
      empty={
        <Empty icon="clock" title={t('backup.none')}>
          {t('backup.none_what')}
        </Empty>
      }
      columns={[
        {
          key: 'at',
          title: t('backup.at'),
          cell: ({ at }) =>
            t('backup.at_words', { year: dayOf(at).slice(0, 4), day: words(dayOf(at)), time: timeOfDay(at) }),
        },
        { key: 'name', title: t('backup.file'), wide: true, cell: (each) => <code>{each.name}</code> },
        {
          key: 'size',
          title: t('backup.size'),
          align: 'end',
          width: '100px',
          wide: true,
          cell: (each) => sizeWords(each.size, i18n.language),
        },
        { key: 'state', title: t('backup.state'), width: '80px', cell: (each) => <State backup={each} /> },
        {
          key: 'check',
          title: '',
          align: 'end',
          width: '80px',
          cell: (each) => (
            <Button
              kind="text"
              size="small"
              busy={checking.isPending && checking.variables === each.name}
              disabled={checking.isPending}
              aria-label={t('backup.check_of', { name: each.name })}
              onClick={() => checking.mutate(each.name)}
            >
              {t('backup.check')}
            </Button>
          ),
        },
      ]}
    />
  );
}

function State({ backup }: { backup: Backup }) {
  const { t } = useTranslation();
  if (backup.failure) return <Tag tone="bad">{t('backup.is_broken')}</Tag>;
  if (backup.checked) return <Tag tone="ok">{t('backup.is_whole')}</Tag>;
  return <Tag>{t('backup.is_unchecked')}</Tag>;
}
