import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldSentences } from '@/api/sentence';
import { Button, Dialog, Notice } from '@/ui';
import styles from './requirement.module.css';

interface Props {
  title: string;
  subtitle?: string;
  save: string;
  saving: { isPending: boolean; error: unknown };
  /** The inputs on it: what is wrong elsewhere stands above them. */
  fields: string[];
  wide?: boolean;
  onClose: () => void;
  onSave: () => void;
  children: ReactNode;
}

/** A dialog of inputs on a requirement: Enter saves, refusals stand where they are mended. */
export function FormDialog({ title, subtitle, save, saving, fields, wide, onClose, onSave, children }: Props) {
  const { t } = useTranslation();
  const errors = useFieldSentences(saving.error);
  const elsewhere = Object.entries(errors).find(([field]) => !fields.includes(field))?.[1];
  return (
    <Dialog
      wide={wide}
      title={title}
      subtitle={subtitle}
      closeLabel={t('app.close')}
      onClose={onClose}
      onSubmit={() => {
        if (!saving.isPending) onSave();
      }}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button kind="primary" type="submit" busy={saving.isPending}>
            {save}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {elsewhere && (
          <Notice tone="bad" alert>
            {elsewhere}
          </Notice>
        )}
        {children}
      </div>
    </Dialog>
  );
}
