import { useTranslation } from 'react-i18next';
import { Sheet, Table, Tag } from '@/ui';
import type { Template } from './filing.api';

/** Every place of a template and what goes there; what stays empty comes first. */
export function TemplateFields({ template, onClose }: { template: Template; onClose: () => void }) {
  const { t } = useTranslation();
  const fields = [...template.fields].sort((a, b) => Number(Boolean(a.field)) - Number(Boolean(b.field)));
  return (
    <Sheet
      title={template.name}
      subtitle={t(template.kind === 'list' ? 'filing.fields_columns' : 'filing.fields_cells')}
      closeLabel={t('app.close')}
      reading
      onClose={onClose}
    >
      <Table
        label={t('filing.see_fields')}
        rows={fields}
        rowKey={(field) => `${field.cell} ${field.label}`}
        columns={[
          { key: 'cell', title: t('filing.cell'), width: '64px', cell: (field) => field.cell },
          { key: 'label', title: t('filing.label'), cell: (field) => field.label },
          {
            key: 'field',
            title: t('filing.filled_with'),
            cell: (field) => field.field.replace('.', ' ') || <Tag tone="warn">{t('filing.stays_empty')}</Tag>,
          },
        ]}
      />
    </Sheet>
  );
}
