import { useTranslation } from 'react-i18next';
import { Card, type Column, Input, Select, Table } from '@/ui';
import type { ClassWords } from './import.api';

const kinds = ['infant', 'small', 'large', 'mixed'] as const;

interface Props {
  classes: ClassWords[];
  onClasses: (classes: ClassWords[]) => void;
}

/** Classes that the file names and the nursery has not: proposed with a kind and places to confirm. */
export function ImportClasses({ classes, onClasses }: Props) {
  const { t } = useTranslation();
  const unknown = classes.filter((each) => !each.classId);
  if (unknown.length === 0) return null;
  const set = (name: string, part: Partial<ClassWords>) =>
    onClasses(classes.map((each) => (each.name === name ? { ...each, ...part } : each)));
  const columns: Column<ClassWords>[] = [
    { key: 'name', title: t('import.class'), cell: (each) => <strong>{each.name}</strong> },
    { key: 'rows', title: t('import.children'), align: 'end', width: '72px', cell: (each) => each.rows ?? 0 },
    {
      key: 'kind',
      title: t('import.kind'),
      width: '150px',
      cell: (each) => (
        <Select
          aria-label={t('import.kind_of', { name: each.name })}
          value={each.kind}
          options={kinds.map((kind) => ({ value: kind, label: t(`import.kind_${kind}`) }))}
          onChange={(kind) => set(each.name, { kind: kind as ClassWords['kind'] })}
        />
      ),
    },
    {
      key: 'places',
      title: t('import.places'),
      width: '96px',
      cell: (each) => (
        <Input
          aria-label={t('import.places_of', { name: each.name })}
          inputMode="numeric"
          value={each.places || ''}
          onChange={(event) => set(each.name, { places: Number(event.target.value.replace(/\D/g, '').slice(0, 3)) })}
        />
      ),
    },
  ];
  return (
    <Card title={t('import.classes')} note={t('import.classes_note')} flush>
      <Table label={t('import.classes')} rows={unknown} rowKey={(each) => each.name} columns={columns} />
    </Card>
  );
}
