import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, toast } from '@/ui';
import styles from './Lists.module.css';
import { exportList, type SaveFile } from './lists.api';
import { ReasonDialog } from './ReasonDialog';

interface Props {
  list: string;
  /** What the list is called, for who hears the button. */
  name: string;
  saveFile: SaveFile;
  small?: boolean;
}

/** A list as a workbook; ID numbers and phones in full only for a reason. */
export function ExportButton({ list, name, saveFile, small }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [numbers, setNumbers] = useState(false);
  const take = async (reason: string) => {
    const { fileName, bytes } = await exportList(list, numbers, reason);
    setOpen(false);
    await saveFile(fileName, bytes);
    toast(t('lists.exported', { name: fileName }), 'ok');
  };
  return (
    <>
      <Button
        icon="export"
        size={small ? 'small' : undefined}
        aria-label={t('lists.export_of', { name })}
        onClick={() => setOpen(true)}
      >
        {t('lists.export')}
      </Button>
      {open && (
        <ReasonDialog
          title={t('lists.export_of', { name })}
          subtitle={t('lists.export_what')}
          action={t('lists.export')}
          required={numbers}
          onClose={() => setOpen(false)}
          onReason={take}
        >
          <label className={styles.check}>
            <input type="checkbox" checked={numbers} onChange={(event) => setNumbers(event.target.checked)} />
            <span>{t('lists.numbers')}</span>
          </label>
        </ReasonDialog>
      )}
    </>
  );
}
