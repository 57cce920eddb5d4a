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
  const nameOf = (classId?: string) => classes.find(({ id }) => id === classId)?.name;
  const className = nameOf(placement?.classId);
  const next = child.placements.find(({ from }) => placement?.until && from > placement.until);
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
      {placement?.until && !coming && (
        <Tag tone={next ? 'leave' : 'warn'}>
          {next
            ? t('roster.moves_on', {
                day: next.from,
                what: [next.classId !== placement.classId && nameOf(next.classId), t(`roster.mode_${next.mode}`)]
                  .filter(Boolean)
                  .join(' · '),
              })
            : t('roster.leaves_on', { day: placement.until })}
        </Tag>
      )}
      <TimeTags childId={child.id} />
      {child.alert && <Tag tone="bad">{t('roster.allergic', { what: child.alert })}</Tag>}
    </>
  );
}
