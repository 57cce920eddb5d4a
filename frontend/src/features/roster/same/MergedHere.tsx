import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, toast } from '@/ui';
import styles from '../child/child.module.css';
import { ReasonDialog } from '../child/ReasonDialog';
import { type Merged, unmergeChild } from './same.api';

/** Registrations that point to this child, each with its way back. */
export function MergedHere({ merged }: { merged: Merged[] }) {
  const { t } = useTranslation();
  const [apart, setApart] = useState<Merged | null>(null);
  return (
    <>
      {merged.map((each) => (
        <p key={each.id} className={styles.foot}>
          {t('same.merged', { name: each.name, birth: each.birthDate })}
          <Button className={styles.inline} kind="text" size="small" onClick={() => setApart(each)}>
            {t('same.unmerge')}
          </Button>
        </p>
      ))}
      {apart && (
        <ReasonDialog
          title={t('same.unmerge_of', { name: apart.name })}
          subtitle={t('same.unmerge_what')}
          act={t('same.unmerge')}
          write={(reason) => unmergeChild(apart.id, reason)}
          onClose={() => setApart(null)}
          onDone={() => {
            setApart(null);
            toast(t('same.unmerged'), 'ok');
          }}
        />
      )}
    </>
  );
}
