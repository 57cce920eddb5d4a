import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/me';
import { Button, Empty } from '@/ui';
import { navOf } from './nav';

/** A page that failed to draw; the rest of the program goes on. */
export function Broken({ reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Empty icon="warn" title={t('app.broken')} action={<Button onClick={reset}>{t('app.retry')}</Button>}>
      {t('app.broken_what')}
    </Empty>
  );
}

/** A place that is not there leads back to the first page of whoever came to it. */
export function Missing() {
  const { t } = useTranslation();
  const first = navOf(useMe())[0];
  return (
    <Empty
      icon="search"
      title={t('app.missing')}
      action={first && <Link to={first.to}>{t('app.missing_back', { page: t(first.label) })}</Link>}
    />
  );
}

/** For roles whose pages do not exist yet. */
export function NoPage() {
  const { t } = useTranslation();
  return <Empty title={t('app.no_page')}>{t('app.no_page_what')}</Empty>;
}
