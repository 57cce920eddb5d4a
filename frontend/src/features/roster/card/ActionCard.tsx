import { useTranslation } from 'react-i18next';
import styles from './ActionCard.module.css';
import type { OpenedCard } from './card.api';

/** What anybody in the room does, in the order in which it is needed; the same on screen and on paper. */
export function ActionCard({ opened, className }: { opened: OpenedCard; className: string }) {
  const { t } = useTranslation();
  const { card } = opened;
  const cases = card
    ? [
        { key: 'allergy', steps: card.allergy, why: opened.alert },
        { key: 'febrile', steps: card.febrile, why: opened.illnesses },
      ].filter(({ steps }) => steps.signs || steps.do)
    : [];
  return (
    <article className={styles.card}>
      <header className={styles.head}>
        <h2>{opened.nickname ? `${opened.nickname} · ${opened.name}` : opened.name}</h2>
        <p>{[className, t('card.born', { day: opened.birthDate })].filter(Boolean).join(' · ')}</p>
      </header>
      {cases.map(({ key, steps, why }) => (
        <section key={key} className={styles.case}>
          <h3>{[t(`card.${key}`), why].filter(Boolean).join(t('card.colon'))}</h3>
          <dl>
            <dt>{t('card.signs')}</dt>
            <dd>{steps.signs || t('card.not_written')}</dd>
            <dt>{t('card.do')}</dt>
            <dd className={styles.do}>{steps.do || t('card.not_written')}</dd>
          </dl>
        </section>
      ))}
      {card && (
        <dl className={styles.rest}>
          <dt>{t('card.medicine')}</dt>
          <dd>{card.medicine || t('card.not_written')}</dd>
          <dt>{t('card.place')}</dt>
          <dd>{card.place || t('card.not_written')}</dd>
          <dt>{t('card.call')}</dt>
          <dd>
            {opened.guardians.map(({ name, relation, phone }) => (
              <span key={`${name} ${phone}`}>
                {`${name}${relation && t('card.relation', { relation })} `}
                <a href={`tel:${phone}`}>{phone}</a>
              </span>
            ))}
            {card.call && <span>{card.call}</span>}
          </dd>
        </dl>
      )}
      {card && (
        <footer className={styles.foot}>
          {card.confirmedOn
            ? t('card.confirmed', { day: card.confirmedOn, who: card.confirmedWith, by: card.confirmedBy })
            : t('card.unconfirmed')}
        </footer>
      )}
    </article>
  );
}
