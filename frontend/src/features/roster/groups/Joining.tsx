import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checks, TextField } from '@/ui';
import { useChildren } from '../children/children.api';

interface Props {
  chosen: string[];
  onChosen: (ids: string[]) => void;
  error?: string;
}

/** Children who join by name, whatever their class does: found by name or initials. */
export function Joining({ chosen, onChosen, error }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useChildren({ text: wanted, classId: '', state: 'enrolled' }, wanted !== '');
  const [names, setNames] = useState<Record<string, string>>({});
  const lines = wanted === '' ? [] : (found.data?.pages[0]?.children ?? []).slice(0, 6);
  const options = lines.map(({ id, name, nickname }) => ({
    value: id,
    label: nickname ? `${nickname} ${name}` : name,
  }));
  const kept = chosen
    .filter((id) => !lines.some((each) => each.id === id))
    .map((id) => ({ value: id, label: names[id] ?? t('groups.child_before') }));
  return (
    <>
      <TextField
        type="search"
        autoComplete="off"
        label={t('groups.joining')}
        hint={t('groups.joining_hint')}
        value={text}
        error={error}
        onChange={(event) => setText(event.target.value)}
      />
      {(options.length > 0 || kept.length > 0) && (
        <Checks
          legend={t('groups.joining_chosen', { count: chosen.length })}
          options={[...kept, ...options]}
          chosen={chosen}
          onChange={(ids) => {
            setNames({ ...names, ...Object.fromEntries(options.map(({ value, label }) => [value, label])) });
            onChosen(ids);
          }}
        />
      )}
    </>
  );
}
