import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Loading, Notice, Sheet } from '@/ui';
import { HistoryList } from '../child/History';
import { AccountPart } from './AccountPart';
import { BasicsPart } from './BasicsPart';
import { ClassesPart } from './ClassesPart';
import { GrantsPart } from './GrantsPart';
import { Part } from './Part';
import { StaysPart } from './StaysPart';
import type { StaffRow } from './staff.api';
import { useStaffFile, useStaffHistory } from './staffFile.api';

interface Props {
  row: StaffRow;
  onClose: () => void;
  /** What other areas have to say of the person. */
  children?: ReactNode;
}

/** One member of staff: who it is, when here, which classes, what the login may do and for how long. */
export function StaffSheet({ row, onClose, children }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const writes = useRight('staff.write');
  const file = useStaffFile(row.id);
  return (
    <Sheet
      title={row.name}
      subtitle={t(`staff.position_${row.position}`)}
      closeLabel={t('app.close')}
      onClose={onClose}
    >
      {file.isPending && <Loading label={t('app.loading')} />}
      {file.isError && (
        <Notice tone="bad" alert>
          {sentence(file.error)}
        </Notice>
      )}
      {file.data && (
        <>
          <BasicsPart row={row} file={file.data} />
          <ClassesPart row={row} file={file.data} />
          <AccountPart row={row} />
          <GrantsPart row={row} file={file.data} />
          {children}
          <StaysPart row={row} file={file.data} />
          {writes && <StaffHistory id={row.id} />}
        </>
      )}
    </Sheet>
  );
}

function StaffHistory({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Part title={t('roster.history')}>
      <HistoryList history={useStaffHistory(id)} />
    </Part>
  );
}
