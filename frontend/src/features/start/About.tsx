import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, data } from '@/api/client';
import { useMe } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Button, Card, Notice } from '@/ui';
import styles from './About.module.css';
import { useStart } from './start.api';

interface Props {
  /** Shows a folder of the program; only in the window. */
  openFolder?: (path: string) => void;
  logDir?: string;
}

/** Which program this is, and for the director where data and key lie. */
export function About({ openFolder, logDir }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const seesPlaces = useMe().rights.includes('keys.read');
  const start = useStart();
  const places = useQuery({
    queryKey: ['start', 'places'],
    queryFn: () => data(client.GET('/api/places')),
    enabled: seesPlaces,
  });
  const open = (path: string) =>
    openFolder && (
      <Button kind="text" size="small" icon="folder" onClick={() => openFolder(path)}>
        {t('start.open_folder')}
      </Button>
    );
  return (
    <Card title={t('start.about')}>
      <dl className={styles.facts}>
        <div>
          <dt>{t('start.program_version')}</dt>
          <dd>{start.data?.version}</dd>
        </div>
        {places.data && (
          <>
            <div>
              <dt>{t('start.data_dir')}</dt>
              <dd>
                <code>{places.data.dataDir}</code>
                {open(places.data.dataDir)}
                <small>{t('start.data_dir_what')}</small>
              </dd>
            </div>
            <div>
              <dt>{t('start.key')}</dt>
              <dd>
                {t(`start.key_in_${places.data.keyStore}`)}
                {places.data.keyPath && <code>{places.data.keyPath}</code>}
                <small>{t(`start.key_in_${places.data.keyStore}_what`)}</small>
              </dd>
            </div>
          </>
        )}
        {logDir && (
          <div>
            <dt>{t('start.log_dir')}</dt>
            <dd>
              <code>{logDir}</code>
              {open(logDir)}
              <small>{t('start.log_dir_what')}</small>
            </dd>
          </div>
        )}
      </dl>
      {places.isError && (
        <Notice tone="bad" alert action={<Button onClick={() => void places.refetch()}>{t('app.retry')}</Button>}>
          {sentence(places.error)}
        </Notice>
      )}
    </Card>
  );
}
