import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import {
  addTemplate,
  type Draft,
  type Filed,
  type Form,
  fill,
  useTemplates,
  workbook,
} from '@/features/filing/filing.api';
import { toast } from '@/ui';
import { openFolder, saveFile } from '../../shell';

/** The district's workbooks of one form and which of them is chosen. */
export function useChosenTemplate(form: Form, forms: Form[], onForm: (id: string) => void) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const [wanted, setWanted] = useState('');
  const templates = (useTemplates().data ?? []).filter((each) => each.form === form.id);
  const chosen = templates.find(({ id }) => id === wanted)?.id ?? templates[0]?.id ?? '';
  const adding = useMutation({
    mutationFn: addTemplate,
    onSuccess: async (added) => {
      queries.setQueryData(['filing', 'templates', added.id], added);
      await queries.invalidateQueries({ queryKey: ['filing', 'templates'] });
      setWanted(added.id);
      if (added.form === form.id) return;
      toast(t('filing.other_form', { name: forms.find(({ id }) => id === added.form)?.name }));
      onForm(added.form);
    },
    onError: (error) => toast(sentence(error), 'bad'),
  });
  return { templates, chosen, choose: setWanted, adding };
}

/** Filling and freezing; a refusal refreshes the figures that were looked at. */
export function useFill(draft: Draft | undefined, template: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => fill(draft as Draft, template),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['filing', 'filed'] }),
  });
}

/** Saves a copy of a frozen workbook; one at a time. */
export function useSaveCopy() {
  const { t } = useTranslation();
  const sentence = useSentence();
  return useMutation({
    mutationFn: async ({ id, fileName }: Filed) => ({
      fileName,
      ...(await saveFile(fileName, (await workbook(id)).bytes)),
    }),
    onSuccess: ({ fileName, path, cancelled }) => {
      if (cancelled) return;
      if (!path) toast(t('filing.downloaded', { name: fileName }), 'ok');
      else {
        const show = () => void openFolder(path).catch((error: unknown) => toast(sentence(error), 'bad'));
        toast(t('filing.saved_to', { path }), 'ok', { label: t('filing.open_folder'), run: show });
      }
    },
    onError: (error) => toast(sentence(error), 'bad'),
  });
}
