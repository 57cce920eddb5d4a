import { useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { useChildFile } from '@/features/roster/child/child.api';
import { useKinds } from '@/features/roster/consent/consent.api';
import { Paper } from '@/features/roster/consent/Paper';
import { Button, Loading, Notice } from '@/ui';
import { printPage } from '../../shell';
import styles from './PaperPage.module.css';

/** A text on paper, for one child or blank, to be signed by hand. */
export function PaperPage() {
  const { kind = '' } = useParams({ strict: false });
  const { child = '' } = useSearch({ strict: false });
  return child ? <ForChild kind={kind} child={child} /> : <View kind={kind} child="" />;
}

function ForChild({ kind, child }: { kind: string; child: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const file = useChildFile(child);
  if (file.isPending) return <Loading label={t('app.loading')} />;
  if (!file.data) return <Notice tone="bad">{sentence(file.error)}</Notice>;
  return <View kind={kind} child={file.data.name} />;
}

function View({ kind, child }: { kind: string; child: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { history } = useRouter();
  const { nurseryName } = useMe();
  const kinds = useKinds();
  const meant = kinds.data?.find(({ id }) => id === kind);
  if (kinds.isPending) return <Loading label={t('app.loading')} />;
  return (
    <div className={styles.page}>
      <h1 className="sr-only">{t('consent.print')}</h1>
      <div className={styles.bar}>
        <Button icon="left" onClick={() => history.back()}>
          {t('consent.back')}
        </Button>
        <Button kind="primary" icon="print" onClick={() => void printPage()}>
          {t('consent.print_now')}
        </Button>
      </div>
      {meant ? (
        <Paper kind={meant} child={child} nursery={nurseryName} />
      ) : (
        <Notice tone="bad">{kinds.error ? sentence(kinds.error) : t('consent.no_text')}</Notice>
      )}
    </div>
  );
}
