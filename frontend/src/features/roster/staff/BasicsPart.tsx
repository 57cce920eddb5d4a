import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { Button, toast } from '@/ui';
import { Reveal } from '../child/Reveal';
import { revealStaffPhone } from '../collect/collect.api';
import { Facts, Part } from './Part';
import { StaffDialog } from './StaffDialog';
import type { StaffRow } from './staff.api';
import styles from './staff.module.css';
import { revealStaffId, type StaffFile } from './staffFile.api';

const usualForPhone = ['collect.reveal_duty', 'collect.reveal_absent'];
const usualForId = ['roster.reveal_filing', 'roster.reveal_insurance'];

/** Who it is: what the register of staff asks for. */
export function BasicsPart({ row, file }: { row: StaffRow; file: StaffFile }) {
  const { t } = useTranslation();
  const writes = useRight('staff.write');
  const [doing, setDoing] = useState<'change' | 'phone' | 'id' | null>(null);
  const close = () => setDoing(null);
  return (
    <Part
      title={t('roster.basics')}
      action={writes && { icon: 'edit', label: t('roster.change'), run: () => setDoing('change') }}
    >
      <Facts facts={useFacts(row, file)} />
      {writes && (
        <div className={styles.tags}>
          {row.phoneMasked && (
            <Button kind="text" size="small" icon="eye" onClick={() => setDoing('phone')}>
              {t('roster.phone_show')}
            </Button>
          )}
          {file.idMasked && (
            <Button kind="text" size="small" icon="eye" onClick={() => setDoing('id')}>
              {t('staff.id_show')}
            </Button>
          )}
        </div>
      )}
      {doing === 'change' && (
        <StaffDialog
          row={row}
          file={file}
          onClose={close}
          onDone={() => {
            close();
            toast(t('roster.changed'), 'ok');
          }}
        />
      )}
      {doing === 'phone' && (
        <Reveal
          call
          title={t('collect.staff_phone', { name: row.name })}
          usual={usualForPhone}
          open={(reason) => revealStaffPhone(row.id, reason)}
          onClose={close}
        />
      )}
      {doing === 'id' && (
        <Reveal
          title={t('roster.idNumber_of', { name: row.name })}
          usual={usualForId}
          open={(reason) => revealStaffId(row.id, reason)}
          onClose={close}
        />
      )}
    </Part>
  );
}

function useFacts(row: StaffRow, file: StaffFile): [string, string][] {
  const { t } = useTranslation();
  const { details } = file;
  const contract = [
    details.contractNumber,
    details.contractUntil
      ? t('roster.from_until', { from: details.contractFrom, until: details.contractUntil })
      : details.contractFrom && t('roster.from_on', { from: details.contractFrom }),
  ];
  return [
    [t('staff.number'), details.number],
    [t('staff.position'), t(`staff.position_${row.position}`)],
    [t('roster.sex'), row.sex && t(`roster.sex_${row.sex}`)],
    [t('roster.birth_date'), details.birthDate],
    [t('staff.phone'), row.phoneMasked],
    [t('roster.id_number'), file.idMasked],
    [
      t('staff.education'),
      [details.education && t(`staff.education_${details.education}`), details.major].filter(Boolean).join(' · '),
    ],
    [t('staff.title'), details.title],
    [t('staff.years'), file.years < 0 ? '' : t('staff.years_count', { count: file.years })],
    [t('staff.hire'), details.hireType && t(`staff.hire_${details.hireType}`)],
    [t('staff.contract'), contract.filter(Boolean).join(' · ')],
  ];
}
