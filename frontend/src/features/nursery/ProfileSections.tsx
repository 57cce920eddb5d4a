import { useTranslation } from 'react-i18next';
import { TextField } from '@/ui';
import { Choose, Day, type Fields, Figure, Several, Spot, Text } from './fields';
import type { Section } from './form';
import { HoursEditor } from './HoursEditor';
import { LegalPersonId } from './LegalPersonId';

const natures = ['public', 'private', 'public_private_run', 'private_subsidised'] as const;
const modes = ['full', 'half', 'hourly', 'dropin'] as const;
const kinds = ['infant', 'small', 'large', 'mixed'] as const;

function Registration({ form }: { form: Fields }) {
  const { t } = useTranslation();
  const licence = form.typed.filingMode === 'licence';
  return (
    <>
      <Text form={form} name="name" required wide />
      <Spot name="creditCode">
        <TextField
          label={t('nursery.creditCode')}
          hint={t('nursery.creditCode_hint')}
          maxLength={18}
          spellCheck={false}
          autoComplete="off"
          value={form.typed.creditCode}
          error={form.errors.creditCode}
          disabled={form.readOnly}
          onChange={(event) => form.set({ creditCode: event.target.value.trim().toUpperCase() })}
        />
      </Spot>
      <Choose form={form} name="nature" options={natures} />
      <Choose form={form} name="legalForm" options={['profit', 'nonprofit', 'institution']} />
      <Choose
        form={form}
        name="registrar"
        options={['market', 'civil', 'staffing']}
        hint={t('nursery.registrar_hint')}
      />
      <Text form={form} name="registrarName" hint={t('nursery.registrarName_hint')} />
      <Choose form={form} name="scopeHasCare" options={['yes', 'no']} />
      <Choose
        form={form}
        name="filingMode"
        options={['registration', 'licence']}
        sure
        hint={t(licence ? 'nursery.filingMode_licence_hint' : 'nursery.filingMode_hint')}
      />
      <Text form={form} name="registrationNumber" hint={t('nursery.registrationNumber_hint')} />
      <Day form={form} name="registeredOn" />
    </>
  );
}

function People({ form }: { form: Fields }) {
  const { t } = useTranslation();
  return (
    <>
      <Text form={form} name="legalPerson" />
      <LegalPersonId form={form} />
      <Text form={form} name="principal" />
      <Text form={form} name="contact" hint={t('nursery.contact_hint')} />
      <Text form={form} name="phone" inputMode="tel" />
    </>
  );
}

function Service({ form }: { form: Fields }) {
  const { t } = useTranslation();
  return (
    <>
      <Several form={form} name="serviceModes" options={modes} />
      <Several form={form} name="classKinds" options={kinds} />
      <Figure form={form} name="registeredPlaces" hint={t('nursery.registeredPlaces_hint')} />
      <Figure form={form} name="inclusivePlaces" hint={t('nursery.inclusivePlaces_hint')} />
      <Figure form={form} name="usablePlaces" hint={t('nursery.usablePlaces_hint')} />
      <Choose form={form} name="meals" options={['kitchen', 'delivered', 'none']} hint={t('nursery.meals_hint')} />
    </>
  );
}

function Premises({ form }: { form: Fields }) {
  const { t } = useTranslation();
  return (
    <>
      <Text form={form} name="address" hint={t('nursery.address_hint')} wide />
      <Choose form={form} name="premises" options={['owned', 'rented', 'lent']} hint={t('nursery.premises_hint')} />
      <Text form={form} name="floors" hint={t('nursery.floors_hint')} />
      <Figure form={form} name="areaDm2" hint={t('nursery.area_hint')} />
      <Figure form={form} name="indoorDm2" />
      <Figure form={form} name="outdoorDm2" hint={t('nursery.outdoor_hint')} />
      <Day form={form} name="openedOn" />
    </>
  );
}

const parts: Record<Section, (props: { form: Fields }) => React.ReactNode> = {
  registration: Registration,
  people: People,
  service: Service,
  premises: Premises,
  hours: HoursEditor,
};

/** The inputs of one section. */
export function SectionFields({ section, form }: { section: Section; form: Fields }) {
  const Part = parts[section];
  return <Part form={form} />;
}
