import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, data, download, upload } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Profile = Schemas['NurseryProfile'];
export type Edit = Schemas['NurseryEdit'];
export type Catalogue = Schemas['NurseryCatalogue'];
export type Basis = Schemas['NurseryBasis'];
export type Kind = Schemas['NurseryDocumentKind'];
export type Paper = Schemas['NurseryPaper'];
export type Document = Schemas['NurseryDocument'];
export type Room = Schemas['NurseryRoom'];
export type Site = Schemas['NurserySite'];
export type Change = Schemas['NurseryChange'];
export type Places = Schemas['RosterPlaces'];

export const profileKey = ['nursery', 'profile'];

export const readProfile = (): Promise<Profile> => data(client.GET('/api/nursery'));

export const useProfile = () => useQuery<Profile>({ queryKey: profileKey, queryFn: readProfile });

/** Refused when somebody else has changed the profile since `revision` was read. */
export const changeProfile = (edit: Edit): Promise<Profile> => data(client.PUT('/api/nursery', { body: edit }));

export const revealLegalPerson = async (reason: string): Promise<string> =>
  (await data(client.POST('/api/nursery/reveal', { body: { reason } }))).value;

/** Which papers and fields there are, and how well that is proven; it does not change while the program runs. */
export const useCatalogue = () =>
  useQuery<Catalogue>({
    queryKey: ['nursery', 'catalogue'],
    queryFn: () => data(client.GET('/api/nursery/catalogue')),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const usePlaces = () =>
  useQuery<Places>({ queryKey: ['roster', 'places'], queryFn: () => data(client.GET('/api/nursery/places')) });

export const useRooms = () =>
  useQuery({ queryKey: ['nursery', 'rooms'], queryFn: () => data(client.GET('/api/nursery/rooms')) });

export const saveRoom = (room: Room) => data(client.PUT('/api/nursery/rooms', { body: room }));

export const saveSite = (site: Site) => data(client.PUT('/api/nursery/sites', { body: site }));

export const usePapers = () =>
  useQuery<Paper[]>({
    queryKey: ['nursery', 'papers'],
    queryFn: async () => (await data(client.GET('/api/nursery/papers'))).papers,
  });

export const savePaper = (document: Document) => data(client.PUT('/api/nursery/papers', { body: document }));

export const voidPaper = ({ id, revision }: Document, reason: string) =>
  data(client.POST('/api/nursery/papers/{id}/void', { params: { path: { id } }, body: { reason, revision } }));

// A scan of 20 MB over a slow disk takes its time.
const scanMs = 120_000;

export const attachScan = async (id: string, file: File): Promise<Document> =>
  upload<Document>(`/api/nursery/papers/${id}/scan`, file.name, await file.arrayBuffer(), { patienceMs: scanMs });

export const readScan = (id: string) => download(`/api/nursery/papers/${id}/scan`);

export const useChanges = () =>
  useQuery<Change[]>({
    queryKey: ['nursery', 'changes'],
    queryFn: async () => (await data(client.GET('/api/nursery/changes'))).changes,
  });

export const fileChange = ({ id, revision }: Change, filedOn: string, number: string) =>
  data(
    client.POST('/api/nursery/changes/{id}/file', { params: { path: { id } }, body: { filedOn, number, revision } }),
  );

export const withdrawChange = ({ id, revision }: Change, reason: string) =>
  data(client.POST('/api/nursery/changes/{id}/withdraw', { params: { path: { id } }, body: { reason, revision } }));

/** A write after which everything of the nursery, and what rests on it, is read anew. */
export function useWrite<T, V = void>(write: (what: V) => Promise<T>, onDone: (result: T) => void) {
  const queries = useQueryClient();
  return useMutation<T, Error, V>({
    mutationFn: write,
    onSuccess: async (result) => {
      await Promise.all(
        ['nursery', 'today', 'requirements'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      );
      onDone(result);
    },
  });
}
