import { useTranslation } from 'react-i18next';
import { faultOf } from '@/api/fault';
import { useMe, useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Figures } from '@/features/filing/Figures';
import { FiledList } from '@/features/filing/FiledList';
import styles from '@/features/filing/Filing.module.css';
import { FillResult } from '@/features/filing/FillResult';
import { type Form, useDraft, useFilings } from '@/features/filing/filing.api';
import { Gaps } from '@/features/filing/Gaps';
import { TemplateCard } from '@/features/filing/TemplateCard';
import { Button, Loading, Notice } from '@/ui';
import { useChosenTemplate, useFill, useSaveCopy } from './useFiling';

interface Props {
  forms: Form[];
  form: Form;
  period: string;
  onForm: (id: string) => void;
}

const go = (link: string) => {
  window.location.hash = `#${link}`;
};

/** One return of one month: as it would be filled now, and what was filed before. */
export function DraftView({ forms, form, period, onForm }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const writes = useRight('filing.write');
  const draft = useDraft(form.id, period);
  const filings = useFilings();
  const template = useChosenTemplate(form, forms, onForm);
  const filling = useFill(draft.data, template.chosen);
  const saving = useSaveCopy();
  const { nurseryName } = useMe();
  if (draft.isPending) return <Loading label={t('app.loading')} />;
  if (draft.isError) {
    return (
      <Notice tone="bad" alert action={<Button onClick={() => void draft.refetch()}>{t('app.retry')}</Button>}>
        {sentence(draft.error)}
      </Notice>
    );
  }
  const stale = filling.error && faultOf(filling.error).code === 'filing.changed_since';
  const lookAgain = () => {
    filling.reset();
    void draft.refetch();
  };
  const month = t('filing.month_name', { year: period.slice(0, 4), month: Number(period.slice(5)) });
  return (
    <>
      <p className={styles.printed}>
        {nurseryName} ·{' '}
        {t('filing.printed', { name: form.name, month, proof: t(form.proven ? 'filing.proven' : 'filing.unproven') })}
      </p>
      {filling.error && (
        <Notice tone="bad" alert action={stale && <Button onClick={lookAgain}>{t('filing.look_again')}</Button>}>
          {sentence(filling.error)}
        </Notice>
      )}
      {filling.data && (
        <FillResult
          done={filling.data}
          day={draft.data.reckoningDay}
          saving={saving.isPending}
          onSave={() => filling.data && saving.mutate(filling.data.filing)}
        />
      )}
      <div className={styles.layout}>
        <div className={styles.column}>
          <Gaps gaps={draft.data.gaps} onOpen={writes ? go : undefined} />
          <Figures draft={draft.data} onChild={(id) => go(`/children/${id}`)} />
        </div>
        <div className={styles.aside}>
          {writes ? (
            <TemplateCard
              templates={template.templates}
              chosen={template.chosen}
              onChoose={template.choose}
              onAdd={(file) => template.adding.mutate(file)}
              adding={template.adding.isPending}
              onFill={() => filling.mutate()}
              filling={filling.isPending}
              filled={Boolean(filling.data)}
              bad={draft.data.gaps.filter(({ severity }) => severity === 'bad').length}
            />
          ) : (
            <Notice icon="eye">{t('filing.view_only')}</Notice>
          )}
        </div>
      </div>
      {filings.data && (
        <FiledList
          filed={filings.data}
          forms={forms}
          saving={saving.isPending ? (saving.variables?.id ?? '') : ''}
          onSave={writes ? (filed) => saving.mutate(filed) : undefined}
        />
      )}
    </>
  );
}
