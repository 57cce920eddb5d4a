import { useQuery } from '@tanstack/react-query';
import { client, data, download, upload } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Kind = Schemas['RosterConsentKind'];
export type Text = Schemas['RosterConsentText'];
export type KindStanding = Schemas['RosterKindStanding'];
export type Act = Schemas['RosterConsent'];
export type NewConsent = Schemas['NewConsentInBody'];
export type OverviewChild = Schemas['RosterOverviewChild'];

/** The six things that are told of personal information, in their order. */
export const toldItems = ['purpose', 'storage', 'safety', 'refusal', 'complaint', 'correction'] as const;

const of = (id: string) => ({ params: { path: { id } } });

/** What guardians are asked to agree to, with the newest texts. */
export const useKinds = () =>
  useQuery<Kind[]>({
    queryKey: ['roster', 'consent_kinds'],
    queryFn: async () => (await data(client.GET('/api/consents/kinds'))).kinds,
  });

/** What holds for a child today, kind by kind. */
export const useConsents = (child: string) =>
  useQuery<KindStanding[]>({
    queryKey: ['roster', 'consents', child],
    queryFn: async () => (await data(client.GET('/api/children/{id}/consents', of(child)))).kinds,
  });

/** Today's children with what holds of each kind. */
export const useOverview = () =>
  useQuery<OverviewChild[]>({
    queryKey: ['roster', 'consent_overview'],
    queryFn: async () => (await data(client.POST('/api/consents/overview'))).children,
  });

/** Every version of a text, newest first. */
export const useTexts = (kind: string) =>
  useQuery<Text[]>({
    queryKey: ['roster', 'consent_texts', kind],
    queryFn: async () => (await data(client.GET('/api/consents/kinds/{id}/texts', of(kind)))).texts,
  });

export const recordConsent = (child: string, body: NewConsent) =>
  data(client.POST('/api/children/{id}/consents', { ...of(child), body }));

export const voidConsent = (id: string, reason: string) =>
  data(client.POST('/api/consents/{id}/void', { ...of(id), body: { reason } }));

// A scan of 20 MB over a slow disk takes its time.
const fileMs = 120_000;

/** Keeps a signature or a scan; gives its id for the decision that refers to it. */
export const keepFile = async (child: string, name: string, bytes: ArrayBuffer): Promise<string> =>
  (await upload<Schemas['RosterKeptFile']>(`/api/children/${child}/consent-files`, name, bytes, { patienceMs: fileMs }))
    .id;

export const readFile = (id: string) => download(`/api/consents/${id}/file`);

export const saveText = (kind: string, body: Schemas['NewConsentTextInBody']) =>
  data(client.POST('/api/consents/kinds/{id}/texts', { ...of(kind), body }));

export const addKind = (body: Schemas['NewConsentKindInBody']) => data(client.POST('/api/consents/kinds', { body }));

export const closeKind = (id: string, reason: string) =>
  data(client.POST('/api/consents/kinds/{id}/close', { ...of(id), body: { reason } }));
