import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '@/ui';
import type { Standing } from './requirement.api';

const tones: Record<Standing, Tone> = {
  overdue: 'bad',
  belated: 'warn',
  due: 'warn',
  unknown: 'plain',
  fulfilled: 'ok',
  unsourced: 'plain',
  not_applicable: 'plain',
};

/** 已办, 快到期, 补办中, 逾期 or why nothing can be said. */
export function StandingTag({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  return (
    <Tag tone={tones[standing]} title={standing === 'unsourced' ? t('requirement.unsourced_what') : undefined}>
      {t(`requirement.standing_${standing}`)}
    </Tag>
  );
}
