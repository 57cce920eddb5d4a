import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { Button, DateField, Segmented, SelectField } from '@/ui';
import styles from '../Form.module.css';
import { type Mode, modes, useClasses, useWrite } from '../roster.api';
import { BasicInputs, basicFields, type TypedChild } from './BasicInputs';
import { addChild, type Sex } from './children.api';
import { GuardianInputs, type TypedGuardian } from './GuardianInputs';
import { written } from './written';

const blank: TypedChild = {
  name: '',
  nickname: '',
  idNumber: '',
  birthDate: '',
  expectedDate: '',
  sex: '',
  allergies: '',
  household: '',
  address: '',
  note: '',
};

const noGuardian = (): TypedGuardian => ({ id: newId(), name: '', relation: '', phone: '' });

const mostGuardians = 10;

interface Props {
  /** The class that the list shows. */
  classId: string;
  onClose: () => void;
  onAdded: (child: { id: string; name: string }) => void;
}

/** Registers a child: who it is, where it goes from when on, whom to call. */
export function AddChild({ classId, onClose, onAdded }: Props) {
  const { t } = useTranslation();
  const classes = useClasses().data ?? [];
  const [ids] = useState(() => ({ child: newId(), placement: newId() }));
  const [child, setChild] = useState(blank);
  const [place, setPlace] = useState({ classId, mode: 'full', from: today() });
  const [guardians, setGuardians] = useState([noGuardian()]);
  const { kept, errorsOf } = written(guardians);
  const saving = useWrite(
    () =>
      addChild({
        ...child,
        sex: child.sex as Sex,
        id: ids.child,
        guardians: kept,
        placement: place.classId
          ? { ...place, mode: place.mode as Mode, id: ids.placement, reason: t('roster.enrols') }
          : undefined,
      }),
    () => onAdded({ id: ids.child, name: child.nickname || child.name }),
  );
  const errors = useFieldSentences(saving.error);
  const { value } = inputs(place, setPlace, errors);
  const change = (at: number, guardian: TypedGuardian) =>
    setGuardians(guardians.map((g, i) => (i === at ? guardian : g)));
  return (
    <FormDialog
      wide
      title={t('roster.add_child')}
      save={t('roster.add_child_save')}
      saving={saving}
      fields={[
        ...basicFields,
        'classId',
        'mode',
        'from',
        ...kept.flatMap((_, at) => [`guardians.${at}.name`, `guardians.${at}.phone`]),
      ]}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <BasicInputs id="" typed={child} onTyped={setChild} errors={errors} idHint={t('roster.id_number_hint')} />
      <section className={styles.section}>
        <h3>{t('roster.placement')}</h3>
        <div className={styles.pair}>
          <SelectField
            label={t('roster.class')}
            placeholder={t('roster.no_class_yet')}
            hint={place.classId ? undefined : t('roster.no_class_yet_what')}
            options={classes.map(({ id, name }) => ({ value: id, label: name }))}
            {...value('classId')}
          />
          <DateField label={t('roster.from')} today={today()} {...value('from')} />
        </div>
        <Segmented
          labelled
          label={t('roster.mode')}
          choices={modes.map((mode) => ({ value: mode, label: t(`roster.mode_${mode}`) }))}
          {...value('mode')}
        />
      </section>
      <section className={styles.section}>
        <h3>
          {t('roster.guardians')}
          {guardians.length < mostGuardians && (
            <Button kind="text" size="small" icon="plus" onClick={() => setGuardians([...guardians, noGuardian()])}>
              {t('roster.guardian_more')}
            </Button>
          )}
        </h3>
        {guardians.map((guardian, at) => (
          <GuardianInputs
            key={guardian.id}
            guardian={guardian}
            errors={errorsOf(guardian.id, errors)}
            onChange={(next) => change(at, next)}
            onRemove={guardians.length > 1 ? () => setGuardians(guardians.filter((_, i) => i !== at)) : undefined}
          />
        ))}
      </section>
    </FormDialog>
  );
}
