import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Loading, Notice, toast } from '@/ui';
import { attachScan, type Document, readScan, useWrite } from './nursery.api';
import styles from './Papers.module.css';

interface Props {
  document: Document;
  saveFile: (fileName: string, bytes: ArrayBuffer) => Promise<unknown>;
}

interface Picture {
  fileName: string;
  bytes: ArrayBuffer;
  /** Address of the picture; empty for a PDF, which the page cannot show. */
  url: string;
}

const starts = (bytes: ArrayBuffer, ...codes: number[]) => {
  const head = new Uint8Array(bytes.slice(0, codes.length));
  return codes.every((code, index) => head[index] === code);
};

const isPdf = (bytes: ArrayBuffer) => starts(bytes, 0x25, 0x50, 0x44, 0x46);

/** The scan of a paper: a picture is shown, a PDF kept as a file; another one takes its place. */
export function Scan({ document, saveFile }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const input = useRef<HTMLInputElement>(null);
  const [picture, setPicture] = useState<Picture | null>(null);
  const reading = useMutation({
    mutationFn: () => readScan(document.id),
    onSuccess: ({ fileName, bytes }) =>
      setPicture({ fileName, bytes, url: isPdf(bytes) ? '' : URL.createObjectURL(new Blob([bytes])) }),
  });
  const { mutate } = reading;
  useEffect(() => {
    if (document.scanId) mutate();
  }, [document.scanId, mutate]);
  useEffect(
    () => () => {
      if (picture?.url) URL.revokeObjectURL(picture.url);
    },
    [picture],
  );
  const sending = useWrite(
    (file: File) => attachScan(document.id, file),
    () => toast(t('nursery.scan_kept'), 'ok'),
  );
  const failed = reading.error ?? sending.error;
  return (
    <section className={styles.scan} aria-label={t('nursery.scan')}>
      {failed != null && (
        <Notice tone="bad" alert>
          {sentence(failed)}
        </Notice>
      )}
      {reading.isPending && <Loading label={t('app.loading')} />}
      {picture?.url && <img src={picture.url} alt={t('nursery.scan_of', { name: picture.fileName })} />}
      {picture && !picture.url && <p>{picture.fileName}</p>}
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={t('nursery.scan_add')}
        accept=".pdf,.jpg,.jpeg,.png"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) sending.mutate(file);
          event.target.value = '';
        }}
      />
      <div className={styles.buttons}>
        <Button icon="import" busy={sending.isPending} onClick={() => input.current?.click()}>
          {t(document.scanId ? 'nursery.scan_replace' : 'nursery.scan_add')}
        </Button>
        {picture && (
          <Button icon="export" onClick={() => void saveFile(picture.fileName, picture.bytes)}>
            {t('nursery.scan_save')}
          </Button>
        )}
      </div>
      <p className={styles.hint}>{t('nursery.scan_hint')}</p>
    </section>
  );
}
