import { useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { ExportButton } from '@/features/lists/ExportButton';
import { Part } from '@/features/roster/staff/Part';
import { StaffDialog } from '@/features/roster/staff/StaffDialog';
import { StaffFilters } from '@/features/roster/staff/StaffFilters';
import { StaffList } from '@/features/roster/staff/StaffList';
import { StaffSheet } from '@/features/roster/staff/StaffSheet';
import { type StaffState, useStaff } from '@/features/roster/staff/staff.api';
import { SubjectRequirements } from '@/features/rules/requirements/SubjectRequirements';
import { Button, Empty, Loading, Notice, Page, toast } from '@/ui';
import { saveFile } from '../../shell';

/** Who works here, and what each may do. */
export function StaffPage() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const writes = useRight('staff.write');
  const seesRequirements = useRight('requirements.read');
  const [text, setText] = useState('');
  const [state, setState] = useState<StaffState>('present');
  const [adding, setAdding] = useState(false);
  const { person: first = '' } = useSearch({ strict: false });
  const [openId, setOpenId] = useState(first);
  const staff = useStaff(useDeferredValue(text), state);
  const rows = staff.data ?? [];
  const open = rows.find(({ id }) => id === openId);
  return (
    <Page
      title={t('app.nav_staff')}
      meta={staff.data && <span role="status">{t('staff.count', { count: rows.length })}</span>}
      actions={
        writes && (
          <>
            <ExportButton list="staff" name={t('app.nav_staff')} saveFile={saveFile} />
            <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
              {t('staff.add')}
            </Button>
          </>
        )
      }
    >
      <StaffFilters text={text} onText={setText} state={state} onState={setState} />
      {staff.isPending && <Loading label={t('app.loading')} />}
      {staff.isError && (
        <Notice tone="bad" alert action={<Button onClick={() => void staff.refetch()}>{t('app.retry')}</Button>}>
          {sentence(staff.error)}
        </Notice>
      )}
      {rows.length > 0 && <StaffList rows={rows} onOpen={({ id }) => setOpenId(id)} />}
      {staff.data && rows.length === 0 && (
        <Empty icon={text ? 'search' : 'staff'} title={t(text ? 'staff.not_found' : 'staff.nobody')}>
          {t(text ? 'staff.not_found_what' : 'staff.nobody_what')}
        </Empty>
      )}
      {open && (
        <StaffSheet key={open.id} row={open} onClose={() => setOpenId('')}>
          {seesRequirements && (
            <Part title={t('requirement.title')}>
              <SubjectRequirements kind="person" id={open.id} />
            </Part>
          )}
        </StaffSheet>
      )}
      {adding && (
        <StaffDialog
          onClose={() => setAdding(false)}
          onDone={(id) => {
            setAdding(false);
            setText('');
            setOpenId(id);
            toast(t('staff.added'), 'ok');
          }}
        />
      )}
    </Page>
  );
}
