import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import type { ChildFile } from '@/features/roster/child/child.api';
import { placementOf, whenOf } from '@/features/roster/child/placements';
import { useClasses } from '@/features/roster/roster.api';
import { TimeTags } from '@/features/roster/time/TimeTags';
import { Tag } from '@/ui';

/** Age, class and mode today, and what must be minded. */
export function Where({ child }: { child: ChildFile }) {
  const { t } = useTranslation();
  const classes = useClasses().data ?? [];
  const placement = placementOf(child.placements, today());
  const className = classes.find(({ id }) => id === placement?.classId)?.name;
  const coming = placement && whenOf(placement, today()) === 'coming';
  return (
    <>
      <span>{t('roster.age', { months: child.ageMonths })}</span>
      {placement ? (
        <span>{`${className ?? ''} · ${t(`roster.mode_${placement.mode}`)}`}</span>
      ) : (
        <Tag>{t(child.placements.length > 0 ? 'roster.state_left' : 'roster.no_class')}</Tag>
      )}
      {coming && <Tag tone="leave">{t('roster.comes_on', { day: placement.from })}</Tag>}
      {placement?.until && !coming && <Tag tone="warn">{t('roster.leaves_on', { day: placement.until })}</Tag>}
      <TimeTags childId={child.id} />
      {child.alert && <Tag tone="bad">{t('roster.allergic', { what: child.alert })}</Tag>}
    </>
  );
}
