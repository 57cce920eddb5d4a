import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '@/ui';
import type { KindStanding } from './consent.api';
import styles from './consent.module.css';

const tones: Record<KindStanding['state'], Tone> = {
  given: 'ok',
  refused: 'plain',
  withdrawn: 'plain',
  missing: 'warn',
  ended: 'bad',
};

/** What holds, in a word; a refusal is an answer and no fault. */
export function State({ state, lacks }: Pick<KindStanding, 'state' | 'lacks'>) {
  const { t } = useTranslation();
  const tone = state === 'missing' && !lacks ? 'plain' : tones[state];
  return (
    <span className={styles.state}>
      <Tag tone={tone}>{t(`consent.state_${state}`)}</Tag>
      {lacks === 'ending' && <Tag tone="warn">{t('consent.ending_soon')}</Tag>}
    </span>
  );
}
