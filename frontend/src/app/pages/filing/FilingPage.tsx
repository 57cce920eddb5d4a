import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useSentence } from '@/api/sentence';
import { FormPicker } from '@/features/filing/FormPicker';
import { type Form, useForms } from '@/features/filing/filing.api';
import { isMonth, lastFinished, monthsUntil } from '@/features/filing/months';
import { Button, Loading, Notice, Page } from '@/ui';
import { printPage } from '../../shell';
import { DraftView } from './DraftView';
import styles from './FilingPage.module.css';

const monthsShown = 25;

/** The returns: gaps first, then figures with their names, then the district's workbook filled and kept. */
export function FilingPage() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const forms = useForms();
  if (forms.isPending) return <Loading label={t('app.loading')} />;
  if (forms.isError) {
    return (
      <Page title={t('app.nav_filing')}>
        <Notice tone="bad" alert action={<Button onClick={() => void forms.refetch()}>{t('app.retry')}</Button>}>
          {sentence(forms.error)}
        </Notice>
      </Page>
    );
  }
  const months = monthsUntil(today(), monthsShown);
  const period = isMonth(search.period) && months.includes(search.period) ? search.period : lastFinished(today());
  const monthly = forms.data.find(({ cadence }) => cadence === 'monthly');
  const form = forms.data.find(({ id }) => id === search.form) ?? monthly ?? (forms.data[0] as Form);
  // The choice stands in the address, so that coming back from a gap finds it again.
  const go = (part: { form?: string; period?: string }) =>
    void navigate({ to: '/filing', search: { form: form.id, period, ...part }, replace: true });
  return (
    <Page
      title={t('app.nav_filing')}
      actions={
        <span className={styles.noPrint}>
          <Button icon="print" onClick={() => void printPage()}>
            {t('filing.print')}
          </Button>
        </span>
      }
    >
      <div className={styles.pick}>
        <FormPicker
          forms={forms.data}
          form={form}
          onForm={(id) => go({ form: id })}
          months={months}
          period={period}
          onPeriod={(next) => go({ period: next })}
        />
      </div>
      <DraftView
        key={`${form.id} ${period}`}
        forms={forms.data}
        form={form}
        period={period}
        onForm={(id) => go({ form: id })}
      />
    </Page>
  );
}
