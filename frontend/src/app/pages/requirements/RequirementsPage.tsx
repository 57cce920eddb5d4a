import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DueList } from '@/features/rules/requirements/DueList';
import { RuleList } from '@/features/rules/requirements/RuleList';
import { whereOf } from '@/features/rules/requirements/where';
import { Page, Tabs } from '@/ui';

const tabs = ['due', 'rules'] as const;

/** What is to be done for whom by when, and by which rule. */
export function RequirementsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab, rule = '' } = useSearch({ strict: false });
  const shown = tabs.find((each) => each === tab) ?? 'due';
  const go = (search: { tab?: string; rule?: string }) => void navigate({ to: '/requirements', search, replace: true });
  return (
    <Page title={t('requirement.title')}>
      <Tabs
        label={t('requirement.title')}
        tabs={tabs.map((key) => ({ key, label: t(`requirement.tab_${key}`) }))}
        value={shown}
        onChange={(key) => go({ tab: key })}
      />
      {shown === 'due' && (
        <DueList
          rule={rule}
          onAllRules={() => go({ tab: 'due' })}
          onOpen={(result) => {
            window.location.hash = `#${whereOf(result)}`;
          }}
        />
      )}
      {shown === 'rules' && <RuleList />}
    </Page>
  );
}
