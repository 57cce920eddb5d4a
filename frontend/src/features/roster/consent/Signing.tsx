import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Segmented } from '@/ui';
import styles from './consent.module.css';
import { SignaturePad } from './SignaturePad';

export type How = 'act' | 'stroke' | 'scan';

export interface Signed {
  how: How;
  /** The strokes, or the file that was chosen. */
  file: { name: string; read: () => Promise<ArrayBuffer> } | null;
}

interface Props {
  signed: Signed;
  onSigned: (signed: Signed) => void;
  error?: string;
}

const hows: How[] = ['act', 'stroke', 'scan'];

/** How a guardian has signed: in person, by hand on the screen, or on paper. */
export function Signing({ signed, onSigned, error }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { how, file } = signed;
  return (
    <>
      <Segmented
        labelled
        label={t('consent.signed')}
        value={how}
        error={error}
        onChange={(value) => onSigned({ how: value as How, file: null })}
        choices={hows.map((value) => ({ value, label: t(`consent.signed_${value}`) }))}
      />
      {how === 'act' && <p className={styles.under}>{t('consent.signed_act_what')}</p>}
      {how === 'stroke' && (
        <SignaturePad
          drawn={file !== null}
          onDraw={(png) => onSigned({ how, file: png && { name: `${t('consent.signature')}.png`, read: png } })}
        />
      )}
      {how === 'scan' && (
        <div className={styles.under}>
          <input
            ref={input}
            type="file"
            className="sr-only"
            tabIndex={-1}
            aria-label={t('consent.scan_choose')}
            accept=".pdf,.jpg,.jpeg,.png"
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              if (chosen) onSigned({ how, file: { name: chosen.name, read: () => chosen.arrayBuffer() } });
            }}
          />
          <span>{file ? file.name : t('consent.scan_what')}</span>
          <Button icon="import" onClick={() => input.current?.click()}>
            {t('consent.scan_choose')}
          </Button>
        </div>
      )}
    </>
  );
}
