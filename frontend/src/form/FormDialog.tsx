import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { faultOf } from '@/api/fault';
import { useFieldSentences } from '@/api/sentence';
import { Button, Dialog, Notice } from '@/ui';
import styles from './FormDialog.module.css';

interface Saving {
  isPending: boolean;
  error: unknown;
}

interface Props {
  title: ReactNode;
  subtitle?: ReactNode;
  saving: Saving;
  /** The inputs on it: what is wrong elsewhere stands above them. */
  fields: string[];
  /** What the button says; by default 'save'. */
  save?: string;
  danger?: boolean;
  wide?: boolean;
  sheet?: boolean;
  /** What stands at the far end of the buttons. */
  aside?: ReactNode;
  onClose: () => void;
  onSave: () => void;
  children: ReactNode;
}

/** A dialog of inputs: Enter saves, Escape closes, refusals stand where they are mended. */
export function FormDialog({ title, subtitle, saving, fields, save, danger, wide, sheet, aside, ...rest }: Props) {
  const { onClose, onSave, children } = rest;
  const { t } = useTranslation();
  const queries = useQueryClient();
  const errors = useFieldSentences(saving.error);
  const elsewhere = Object.entries(errors).find(([field]) => !fields.includes(field))?.[1];
  // Somebody else was quicker: the area that says so is read again.
  const [area, what] = saving.error == null ? [] : faultOf(saving.error).code.split('.');
  const reread = async () => {
    await queries.invalidateQueries({ queryKey: [area] });
    onClose();
  };
  return (
    <Dialog
      kind={sheet ? 'sheet' : 'dialog'}
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
              what === 'changed_since' && (
                <Button size="small" onClick={() => void reread()}>
                  {t('app.reread')}
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
