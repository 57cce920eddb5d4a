import { useTranslation } from 'react-i18next';
import { Button, Dialog } from '@/ui';
import form from '../Form.module.css';

interface Props {
  title: string;
  value: string;
  /** A number that a phone can dial. */
  call?: boolean;
  onClose: () => void;
}

/** A value that was masked, shown for this one look. */
export function Opened({ title, value, call, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={title}
      subtitle={t('roster.revealed_note')}
      closeLabel={t('app.close')}
      onClose={onClose}
      onSubmit={onClose}
      footer={
        <>
          {call && (
            <a className={form.call} href={`tel:${value}`}>
              {t('roster.call')}
            </a>
          )}
          <Button type="submit" autoFocus>
            {t('app.close')}
          </Button>
        </>
      }
    >
      <p className={form.big}>{value}</p>
    </Dialog>
  );
}
