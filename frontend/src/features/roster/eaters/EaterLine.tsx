import { useTranslation } from 'react-i18next';
import { Notice, Tag } from '@/ui';
import { Face } from '../photo/Face';
import type { Eater } from './eaters.api';
import styles from './eaters.module.css';

/** One child: what it must not eat, and what to do when it did. */
export function EaterLine({ eater, pictured }: { eater: Eater; pictured?: boolean }) {
  const { t } = useTranslation();
  const { allergies, diet, steps, severe, medicine, place } = eater;
  return (
    <li className={styles.eater}>
      {pictured && <Face child={eater} size="large" />}
      <div className={styles.words}>
        <p className={styles.who}>
          <strong>{eater.nickname || eater.name}</strong>
          {eater.nickname && <span>{eater.name}</span>}
          {severe && <Tag tone="bad">{t('eaters.severe')}</Tag>}
        </p>
        <dl className={styles.facts}>
          {allergies && (
            <div className={styles.never}>
              <dt>{t('eaters.never')}</dt>
              <dd>{allergies}</dd>
            </div>
          )}
          {diet && (
            <div>
              <dt>{t('eaters.diet')}</dt>
              <dd>{diet}</dd>
            </div>
          )}
          {steps && (
            <div>
              <dt>{t('card.signs')}</dt>
              <dd>{steps.signs || t('card.not_written')}</dd>
            </div>
          )}
          {steps && (
            <div className={styles.act}>
              <dt>{t('card.do')}</dt>
              <dd>{steps.do || t('card.not_written')}</dd>
            </div>
          )}
          {medicine && (
            <div>
              <dt>{t('card.medicine')}</dt>
              <dd>{[medicine, place].filter(Boolean).join(t('eaters.comma'))}</dd>
            </div>
          )}
        </dl>
        {severe && !steps && <Notice tone="warn">{t('eaters.no_card')}</Notice>}
      </div>
    </li>
  );
}
