import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import type { ChildFile } from '@/features/roster/child/child.api';
import { ExamDialog } from '@/features/roster/time/ExamNotice';
import { SubjectRequirements } from '@/features/rules/requirements/SubjectRequirements';
import { Card } from '@/ui';

const exams = ['child.entry_exam', 'child.return_exam'];

/** What is asked for of the child; an examination that is missed is recorded here. */
export function Asked({ child }: { child: ChildFile }) {
  const { t } = useTranslation();
  const keeps = useRight('roster.write');
  const [examining, setExamining] = useState(false);
  const mend = { label: t('time.exam_enter'), run: () => setExamining(true) };
  return (
    <Card title={t('requirement.title')}>
      <SubjectRequirements
        kind="child"
        id={child.id}
        mend={({ key }) => (keeps && child.placements.length > 0 && exams.includes(key) ? mend : undefined)}
      />
      {examining && <ExamDialog child={child} onClose={() => setExamining(false)} />}
    </Card>
  );
}
