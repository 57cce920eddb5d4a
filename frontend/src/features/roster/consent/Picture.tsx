import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog } from '@/ui';
import styles from './consent.module.css';

interface Props {
  file: { fileName: string; bytes: ArrayBuffer };
  saveFile: (fileName: string, bytes: ArrayBuffer) => Promise<unknown>;
  onClose: () => void;
}

/** A signature or a scan; a PDF is kept as a file, which the page cannot show. */
export function Picture({ file, saveFile, onClose }: Props) {
  const { t } = useTranslation();
  const [url, setUrl] = useState('');
  const pdf = new TextDecoder().decode(file.bytes.slice(0, 4)) === '%PDF';
  useEffect(() => {
    if (pdf) return;
    const made = URL.createObjectURL(new Blob([file.bytes]));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file, pdf]);
  return (
    <Dialog
      wide
      title={file.fileName}
      closeLabel={t('app.close')}
      onClose={onClose}
      footer={
        <Button icon="export" onClick={() => void saveFile(file.fileName, file.bytes)}>
          {t('consent.save_file')}
        </Button>
      }
    >
      {url && <img className={styles.picture} src={url} alt={file.fileName} />}
      {pdf && <p>{t('consent.pdf_what')}</p>}
    </Dialog>
  );
}
