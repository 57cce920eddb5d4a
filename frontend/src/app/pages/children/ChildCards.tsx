import { useNavigate } from '@tanstack/react-router';
import { useRight } from '@/api/me';
import { Basics } from '@/features/roster/child/Basics';
import type { ChildFile } from '@/features/roster/child/child.api';
import { Guardians } from '@/features/roster/child/Guardians';
import { History } from '@/features/roster/child/History';
import { Placements } from '@/features/roster/child/Placements';
import { Collectors } from '@/features/roster/collect/Collectors';
import { Consents } from '@/features/roster/consent/Consents';
import { HealthCard } from '@/features/roster/health/HealthCard';
import { Holds } from '@/features/roster/time/Holds';
import { Leaves } from '@/features/roster/time/Leaves';
import { TimeCard } from '@/features/roster/time/TimeCard';
import { saveFile } from '../../shell';
import { Asked } from './Asked';
import styles from './ChildPage.module.css';

/** What is known of a child, each part for those who may know it. */
export function ChildCards({ child }: { child: ChildFile }) {
  const navigate = useNavigate();
  const cares = useRight('roster.allergies');
  const seesGuardians = useRight('roster.guardians');
  const seesCollectors = useRight('roster.collectors');
  const seesRequirements = useRight('requirements.read');
  const seesConsents = useRight('consent.read');
  const seesHistory = useRight('roster.history');
  return (
    <>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Basics child={child} />
          {cares && (
            <HealthCard
              child={child}
              onCard={() => void navigate({ to: '/children/$id/card', params: { id: child.id } })}
            />
          )}
          {seesGuardians && <Guardians child={child} />}
          {seesCollectors && <Collectors child={child} />}
        </div>
        <div className={styles.column}>
          <TimeCard child={child} />
          <Leaves child={child} />
          <Holds child={child} />
          <Placements child={child} />
          {seesRequirements && <Asked child={child} />}
          {seesConsents && (
            <Consents
              child={child}
              saveFile={saveFile}
              onPrint={(kind) =>
                void navigate({ to: '/consents/$kind/paper', params: { kind }, search: { child: child.id } })
              }
            />
          )}
        </div>
      </div>
      {seesHistory && <History childId={child.id} />}
    </>
  );
}
