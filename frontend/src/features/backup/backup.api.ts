import { useQuery } from '@tanstack/react-query';
import { client, data, upload } from '@/api/client';
import type { components } from '@/api/schema';

export type Backup = components['schemas']['Backup'];
export type BackupList = components['schemas']['BackupList'];

export const backupKey = ['backup'];

export const useBackups = () =>
  useQuery<BackupList>({ queryKey: backupKey, queryFn: () => data(client.GET('/api/backups')) });

export const makeBackup = (): Promise<Backup> => data(client.POST('/api/backups'));

/** Opens a backup as a restore would; throws what is wrong with it. */
export const verifyBackup = (name: string): Promise<Backup> =>
  data(client.POST('/api/backups/{name}/verify', { params: { path: { name } } }));

// Photos make a backup large, and all of it is looked through.
const restoringMs = 15 * 60_000;

/** Brings a backup back where there is no nursery yet. The code goes in a header, never in the address. */
export async function restoreBackup(file: File, recoveryCode: string, another: boolean): Promise<void> {
  await upload('/api/start/restore', file.name, await file.arrayBuffer(), {
    headers: {
      'X-Recovery-Code': encodeURIComponent(recoveryCode.trim()),
      ...(another ? { 'X-Another': 'true' } : {}),
    },
    patienceMs: restoringMs,
  });
}
