import { useTranslation } from 'react-i18next';
import { Button, Icon, Input } from '@/ui';
import form from '../Form.module.css';
import styles from './collect.module.css';

const most = 4;

interface Props {
  /** Those that are there already stand masked, and stay as they are. */
  phones: string[];
  errorAt: (at: number) => string | undefined;
  error?: string;
  onChange: (phones: string[]) => void;
}

/** Numbers after the first: changed, taken off or added. */
export function OtherPhones({ phones, errorAt, error, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <section className={form.section}>
      <h3>
        {t('collect.other_phones')}
        {phones.length < most && (
          <Button kind="text" size="small" icon="plus" onClick={() => onChange([...phones, ''])}>
            {t('collect.phone_more')}
          </Button>
        )}
      </h3>
      {phones.length > 0 && <p className={form.quiet}>{t('collect.other_phones_what')}</p>}
      <div className={styles.others}>
        {phones.map((phone, at) => (
          <div key={at}>
            <span className={styles.other}>
              <Input
                type="tel"
                inputMode="tel"
                autoComplete="off"
                aria-label={t('collect.phone_at', { which: at + 2 })}
                aria-invalid={errorAt(at) ? true : undefined}
                value={phone}
                onChange={(event) => onChange(phones.map((each, i) => (i === at ? event.target.value : each)))}
              />
              <Button
                kind="text"
                aria-label={t('collect.phone_drop', { which: at + 2 })}
                onClick={() => onChange(phones.filter((_, i) => i !== at))}
              >
                <Icon name="close" />
              </Button>
            </span>
            {errorAt(at) && (
              <p className={styles.reason} role="alert">
                {errorAt(at)}
              </p>
            )}
          </div>
        ))}
      </div>
      {error && (
        <p className={styles.reason} role="alert">
          {error}
        </p>
      )}
    </section>
  );
}
