import { useTranslation } from 'react-i18next';
import type { Kind } from './consent.api';
import styles from './consent.module.css';

interface Props {
  kind: Kind;
  child: string;
  nursery: string;
}

const filled = (text: string, child: string, nursery: string) =>
  text.replaceAll('【宝宝】', child || '____________').replaceAll('【机构】', nursery);

/** One text on paper: for this child, with both answers side by side and a line to sign on. */
export function Paper({ kind, child, nursery }: Props) {
  const { t } = useTranslation();
  const { text } = kind;
  if (!text) return <p>{t('consent.no_text')}</p>;
  return (
    <article className={styles.paper}>
      <h2>{kind.name}</h2>
      <p>
        {t('consent.paper_child', { child: child || '____________' })}　{t('consent.paper_nursery', { nursery })}
      </p>
      <p>{filled(text.body, child, nursery)}</p>
      {text.items.length > 0 && (
        <ol>
          {text.items.map((item) => (
            <li key={item}>□ {filled(item, child, nursery)}</li>
          ))}
        </ol>
      )}
      {text.scopes.length > 0 && (
        <>
          <p>{t('consent.paper_scopes')}</p>
          <ul className={styles.boxes}>
            {text.scopes.map((scope) => (
              <li key={scope}>□ {scope}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <strong>{t(kind.form === 'agreement' ? 'consent.paper_agreement' : 'consent.paper_answers')}</strong>
      </p>
      <div className={styles.sign}>
        <span>{t('consent.paper_sign')}</span>
        <span>{t('consent.paper_relation')}</span>
        <span>{t('consent.paper_nursery_sign')}</span>
        <span>{t('consent.paper_day')}</span>
      </div>
      <small>
        {t('consent.text_version', { version: text.version })}
        {text.example && ` · ${t('consent.example_what')}`}
      </small>
    </article>
  );
}
