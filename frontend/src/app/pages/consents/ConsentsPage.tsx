import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Overview } from '@/features/roster/consent/Overview';
import { Texts } from '@/features/roster/consent/Texts';
import { Page, Tabs } from '@/ui';

const tabs = ['children', 'texts'] as const;

/** What is signed for whom, and the words that are signed. */
export function ConsentsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab } = useSearch({ strict: false });
  const shown = tabs.find((each) => each === tab) ?? 'children';
  const print = (kind: string) => void navigate({ to: '/consents/$kind/paper', params: { kind }, search: {} });
  return (
    <Page title={t('consent.title')}>
      <Tabs
        label={t('consent.title')}
        tabs={tabs.map((key) => ({ key, label: t(`consent.tab_${key}`) }))}
        value={shown}
        onChange={(key) => void navigate({ to: '/consents', search: { tab: key }, replace: true })}
      />
      {shown === 'children' && <Overview onOpen={({ id }) => void navigate({ to: '/children/$id', params: { id } })} />}
      {shown === 'texts' && <Texts onPrint={print} />}
    </Page>
  );
}
