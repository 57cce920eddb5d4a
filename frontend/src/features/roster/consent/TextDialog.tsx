import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { Field, TextArea } from '@/ui';
import { useWrite } from '../roster.api';
import { type Kind, saveText, toldItems } from './consent.api';

interface Props {
  kind: Kind;
  onClose: () => void;
  onDone: () => void;
}

/** Writes a new version of a text; who signed an older one has signed that one. */
export function TextDialog({ kind, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [body, setBody] = useState(kind.text?.body ?? '');
  const [items, setItems] = useState(() => toldItems.map((_, at) => kind.text?.items[at] ?? ''));
  const [scopes, setScopes] = useState(() => (kind.text?.scopes ?? []).join('\n'));
  const saving = useWrite(
    () => saveText(kind.id, { body, items: kind.form === 'personal' ? items : [], scopes: scopes.split('\n') }),
    onDone,
  );
  const errors = useFieldSentences(saving.error);
  return (
    <FormDialog
      wide
      title={t('consent.edit_named', { kind: kind.name })}
      subtitle={t('consent.edit_what')}
      save={t('consent.save_text')}
      saving={saving}
      fields={['body', 'items', 'scopes']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <Field required label={t('consent.body')} hint={t('consent.body_hint')} error={errors.body}>
        {(parts) => <TextArea {...parts} rows={10} value={body} onChange={(event) => setBody(event.target.value)} />}
      </Field>
      {kind.form === 'personal' &&
        toldItems.map((item, at) => (
          <Field key={item} required label={t(`consent.told_${item}`)} error={at === 0 ? errors.items : undefined}>
            {(parts) => (
              <TextArea
                {...parts}
                rows={2}
                value={items[at]}
                onChange={(event) => setItems(items.map((each, i) => (i === at ? event.target.value : each)))}
              />
            )}
          </Field>
        ))}
      <Field label={t('consent.scopes_edit')} hint={t('consent.scopes_hint')} error={errors.scopes}>
        {(parts) => <TextArea {...parts} rows={4} value={scopes} onChange={(event) => setScopes(event.target.value)} />}
      </Field>
    </FormDialog>
  );
}
