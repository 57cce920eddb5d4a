import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { inputs } from '@/form/inputs';
import { Checks, DateField, Tag, TextField } from '@/ui';
import form from '../Form.module.css';
import { type Kind, type NewConsent, toldItems } from './consent.api';
import styles from './consent.module.css';

interface Props {
  kind: Kind;
  typed: NewConsent;
  onTyped: (typed: NewConsent) => void;
  errors: Record<string, string>;
}

/** What makes an agreement one: the text that was shown, what was told, for what, until when. */
export function Given({ kind, typed, onTyped, errors }: Props) {
  const { t } = useTranslation();
  const { text: field, value } = inputs(typed, onTyped, errors);
  const { form: what, text } = kind;
  return (
    <>
      {text && (
        <details>
          <summary>
            {t('consent.text_version', { version: text.version })}{' '}
            {text.example && <Tag tone="warn">{t('consent.example')}</Tag>}
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard too */}
          <p className={styles.body} tabIndex={0}>
            {text.body}
          </p>
        </details>
      )}
      {what === 'personal' && (
        <Checks
          stacked
          legend={t('consent.told')}
          options={toldItems.map((item, at) => ({ value: item, label: text?.items[at] || t(`consent.told_${item}`) }))}
          chosen={typed.told}
          onChange={(told) => onTyped({ ...typed, told })}
          error={errors.told}
        />
      )}
      {text && text.scopes.length > 0 && (
        <Checks
          stacked
          legend={t('consent.scopes')}
          options={text.scopes.map((scope) => ({ value: scope, label: scope }))}
          chosen={typed.scopes}
          onChange={(scopes) => onTyped({ ...typed, scopes })}
          error={errors.scopes}
        />
      )}
      {(what === 'personal' || what === 'photo') && (
        <Checks
          stacked
          legend={t('consent.choice')}
          options={[{ value: 'yes', label: t('consent.could_refuse') }]}
          chosen={typed.couldRefuse ? ['yes'] : []}
          onChange={(chosen) => onTyped({ ...typed, couldRefuse: chosen.length > 0 })}
          error={errors.couldRefuse}
        />
      )}
      {what === 'agreement' && (
        <div className={form.pair}>
          <TextField required autoComplete="off" label={t('consent.number')} {...field('number')} />
          <DateField required label={t('consent.ends_on')} today={today()} {...value('endsOn')} />
        </div>
      )}
    </>
  );
}
