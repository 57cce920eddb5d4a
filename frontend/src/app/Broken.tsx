import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button, Empty } from '@/ui';

/** A page that failed to draw; the rest of the program goes on. */
export function Broken({ reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Empty icon="warn" title={t('app.broken')} action={<Button onClick={reset}>{t('app.retry')}</Button>}>
      {t('app.broken_what')}
    </Empty>
  );
}

export function Missing() {
  const { t } = useTranslation();
  return <Empty icon="search" title={t('app.missing')} />;
}

/** For roles whose pages do not exist yet. */
export function NoPage() {
  const { t } = useTranslation();
  return <Empty title={t('app.no_page')}>{t('app.no_page_what')}</Empty>;
}
