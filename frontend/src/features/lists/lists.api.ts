import { useQuery } from '@tanstack/react-query';
import { client, data, download, upload } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type ListName = Schemas['ListsAbout'];
export type Preview = Schemas['ListsPreview'];
export type Problem = Schemas['ListsProblem'];
export type Line = Schemas['ListsLine'];
export type Imported = Schemas['ListsImport'];
export type Undone = Schemas['ListsUndone'];

export type SaveFile = (fileName: string, bytes: ArrayBuffer) => Promise<unknown>;

/** All of a nursery takes its time. */
const longMs = 10 * 60_000;

/** The lists that whoever is signed in may bring out and in. */
export const useLists = () =>
  useQuery<ListName[]>({
    queryKey: ['lists', 'all'],
    queryFn: async () => (await data(client.GET('/api/lists'))).lists,
  });

export const exportList = (list: string, numbers: boolean, reason: string) =>
  download(`/api/lists/${list}/export`, { body: { numbers, reason } });

export const exportChild = (id: string, reason: string) =>
  download(`/api/children/${id}/dossier`, { body: { reason } });

export const exportEverything = (reason: string) =>
  download('/api/everything', { body: { reason }, patienceMs: longMs });

/** Reads a list's file and shows what it would do. */
export const draftListImport = async (list: string, file: File): Promise<Preview> =>
  upload(`/api/lists/${list}/import`, file.name, await file.arrayBuffer(), { patienceMs: longMs });

export interface Override {
  sheet: string;
  column: number;
  field: string;
}

export const reviseListImport = (id: string, columns: Override[]) =>
  data(client.POST('/api/list-imports/{id}/preview', { params: { path: { id } }, body: { columns } }));

/** Brings all of a draft in, or nothing. */
export const commitListImport = (id: string, reason: string) =>
  data(client.POST('/api/list-imports/{id}/commit', { params: { path: { id } }, body: { reason } }));

export const undoListImport = (id: string, reason: string) =>
  data(client.POST('/api/list-imports/{id}/undo', { params: { path: { id } }, body: { reason } }));

export const useListImports = () =>
  useQuery<Imported[]>({
    queryKey: ['lists', 'imports'],
    queryFn: async () => (await data(client.GET('/api/list-imports'))).imports,
  });
