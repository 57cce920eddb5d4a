import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { faultOf } from '@/api/fault';
import { useFieldSentences } from '@/api/sentence';
import { Button, Dialog, Notice } from '@/ui';
import styles from './ProfileForm.module.css';

interface Props {
  title: ReactNode;
  subtitle?: ReactNode;
  saving: { isPending: boolean; error: unknown };
  /** The inputs on it: what is wrong elsewhere stands above them. */
  fields: string[];
  /** What the button says; by default 'save'. */
  save?: string;
  danger?: boolean;
  wide?: boolean;
  /** What stands at the far end of the buttons. */
  aside?: ReactNode;
  onClose: () => void;
  onSave: () => void;
  children: ReactNode;
}

/** A dialog of inputs of the nursery: Enter saves, Escape closes, refusals stand where they are mended. */
export function FormDialog({ title, subtitle, saving, fields, save, danger, wide, aside, ...rest }: Props) {
  const { onClose, onSave, children } = rest;
  const { t } = useTranslation();
  const queries = useQueryClient();
  const errors = useFieldSentences(saving.error);
  const elsewhere = Object.entries(errors).find(([field]) => !fields.includes(field))?.[1];
  const stale = saving.error != null && faultOf(saving.error).code === 'nursery.changed_since';
  const reread = async () => {
    await queries.invalidateQueries({ queryKey: ['nursery'] });
    onClose();
  };
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
          {aside}
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button kind={danger ? 'danger' : 'primary'} type="submit" busy={saving.isPending}>
            {save ?? t('app.save')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {elsewhere && (
          <Notice
            tone="bad"
            alert
            action={
              stale && (
                <Button size="small" onClick={() => void reread()}>
                  {t('nursery.refresh')}
                </Button>
              )
            }
          >
            {elsewhere}
          </Notice>
        )}
        {children}
      </div>
    </Dialog>
  );
}
