import { useQuery } from '@tanstack/react-query';
import { client, data, upload } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Preview = Schemas['RosterPreview'];
export type ClassWords = Schemas['RosterImportClass'];
export type Imported = Schemas['RosterImport'];
export type Committed = Schemas['RosterCommitted'];

/** Reads a roster file and shows what it would do. */
export const draftImport = async (file: File): Promise<Preview> =>
  upload('/api/imports/children', file.name, await file.arrayBuffer());

export interface Override {
  sheet: string;
  column: number;
  field: string;
}

/** The same draft with other columns or other words for its classes. */
export const reviseImport = (id: string, columns: Override[], classes: ClassWords[]) =>
  data(client.POST('/api/imports/{id}/preview', { params: { path: { id } }, body: { columns, classes } }));

/** Brings all rows, or the good ones, into the roster at once. */
export const commitImport = (id: string, rows: 'all' | 'good', classes: ClassWords[]) =>
  data(client.POST('/api/imports/{id}/commit', { params: { path: { id } }, body: { rows, classes } }));

/** Voids the children that an import made, but for those with later records. */
export const undoImport = (id: string, reason: string) =>
  data(client.POST('/api/imports/{id}/undo', { params: { path: { id } }, body: { reason } }));

export const useImports = () =>
  useQuery<Imported[]>({
    queryKey: ['roster', 'imports'],
    queryFn: async () => (await data(client.GET('/api/imports'))).imports,
  });
