import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useRight } from '@/api/me';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { Button, DateField, Notice, toast } from '@/ui';
import { useWrite } from '../roster.api';
import { calledBy, seeExam, type Who } from './time.api';

/** Says that a child came back after months away without an examination, and keeps the one that it brings. */
export function ExamNotice({ child }: { child: Who }) {
  const { t } = useTranslation();
  const keeps = useRight('roster.write');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Notice
        tone="warn"
        action={
          keeps && (
            <Button size="small" onClick={() => setOpen(true)}>
              {t('time.exam_enter')}
            </Button>
          )
        }
      >
        {t('time.exam_missed')}
      </Notice>
      {open && <ExamDialog child={child} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Keeps the day of the health examination that a child has brought. */
export function ExamDialog({ child, onClose }: { child: Who; onClose: () => void }) {
  const { t } = useTranslation();
  const [examOn, setExamOn] = useState(today());
  const saving = useWrite(
    () => seeExam(child.id, examOn),
    () => {
      onClose();
      toast(t('time.exam_seen'), 'ok');
    },
  );
  const errors = useFieldSentences(saving.error);
  return (
    <FormDialog
      title={t('time.exam_of', { name: calledBy(child) })}
      subtitle={t('time.exam_what')}
      saving={saving}
      fields={['examOn']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <DateField
        required
        label={t('time.exam_on')}
        today={today()}
        max={today()}
        value={examOn}
        error={errors.examOn}
        onChange={setExamOn}
      />
    </FormDialog>
  );
}
