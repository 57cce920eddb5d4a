import { useQuery } from '@tanstack/react-query';
import { client, data, download, upload } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Form = Schemas['FilingForm'];
export type Draft = Schemas['FilingDraft'];
export type Figure = Schemas['FilingFigure'];
export type Finding = Schemas['Finding'];
export type Template = Schemas['FilingTemplate'];
export type Filed = Schemas['FilingFiled'];
export type Done = Schemas['FilingDone'];

/** Keeps bytes as a file where the person wants it; the page hands it in. */
export type SaveFile = (fileName: string, bytes: ArrayBuffer) => Promise<void>;

export const useForms = () =>
  useQuery<Form[]>({
    queryKey: ['filing', 'forms'],
    queryFn: async () => (await data(client.GET('/api/forms'))).forms,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A return as it would be filled now; what it rests on may change any minute. */
export const useDraft = (form: string, period: string) =>
  useQuery<Draft>({
    queryKey: ['filing', 'draft', form, period],
    queryFn: () => data(client.POST('/api/forms/{form}/draft', { params: { path: { form } }, body: { period } })),
    enabled: form !== '',
  });

export const useTemplates = () =>
  useQuery<Template[]>({
    queryKey: ['filing', 'templates'],
    queryFn: async () => (await data(client.GET('/api/templates'))).templates,
  });

/** One template with every place that the program found in it. */
export const useTemplate = (id: string) =>
  useQuery<Template>({
    queryKey: ['filing', 'templates', id],
    queryFn: () => data(client.GET('/api/templates/{id}', { params: { path: { id } } })),
    enabled: id !== '',
  });

export const addTemplate = async (file: File): Promise<Template> =>
  upload('/api/templates', file.name, await file.arrayBuffer());

/** Fills a template and freezes it; refused when the figures are no longer those of the draft. */
export const fill = (draft: Draft, templateId: string): Promise<Done> =>
  data(
    client.POST('/api/forms/{form}/fill', {
      params: { path: { form: draft.form } },
      body: { period: draft.period, templateId, seen: draft.digest },
    }),
  );

export const useFilings = () =>
  useQuery<Filed[]>({
    queryKey: ['filing', 'filed'],
    queryFn: async () => (await data(client.GET('/api/filings'))).filings,
  });

/** The workbook as it was filed, byte for byte. */
export const workbook = (id: string) => download(`/api/filings/${encodeURIComponent(id)}/workbook`);
