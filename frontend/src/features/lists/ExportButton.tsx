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
}

/** A list as a workbook, by a button of its page. */
export function ExportButton(props: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="export" aria-label={t('lists.export_of', { name: props.name })} onClick={() => setOpen(true)}>
        {t('lists.export')}
      </Button>
      {open && <ExportDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** How a list goes out: ID numbers and phones in full only for a reason. */
export function ExportDialog({ list, name, saveFile, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation();
  const [numbers, setNumbers] = useState(false);
  const take = async (reason: string) => {
    const { fileName, bytes } = await exportList(list, numbers, reason);
    onClose();
    await saveFile(fileName, bytes);
    toast(t('lists.exported', { name: fileName }), 'ok');
  };
  return (
    <ReasonDialog
      title={t('lists.export_of', { name })}
      subtitle={t('lists.export_what')}
      action={t('lists.export')}
      required={numbers}
      onClose={onClose}
      onReason={take}
    >
      <label className={styles.check}>
        <input type="checkbox" checked={numbers} onChange={(event) => setNumbers(event.target.checked)} />
        <span>{t('lists.numbers')}</span>
      </label>
    </ReasonDialog>
  );
}
