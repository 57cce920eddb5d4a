import { useQuery } from '@tanstack/react-query';
import { shellCall } from '@/api/client';

/** The machine around the page; null in a browser. */
export interface ShellInfo {
  version: string;
  system: 'windows' | 'darwin' | 'linux';
  dataDir: string;
  backupDir: string;
  logDir: string;
}

let asked: Promise<ShellInfo | null> | undefined;

/** Asked once: a page does not move from a window into a browser. */
export const shellInfo = (): Promise<ShellInfo | null> => {
  asked ??= shellCall<ShellInfo>('/info').catch(() => null);
  return asked;
};

export const useShellInfo = (): ShellInfo | null =>
  useQuery({ queryKey: ['shell'], queryFn: shellInfo, staleTime: Number.POSITIVE_INFINITY }).data ?? null;

export interface Saved {
  /** Where the file lies; empty in a browser, which keeps that to itself. */
  path: string;
  cancelled: boolean;
}

/** Lets the person choose where a file goes; a browser puts it among its downloads. */
export async function saveFile(fileName: string, bytes: ArrayBuffer): Promise<Saved> {
  if (await shellInfo()) {
    const saved = await shellCall<Saved>('/save', bytes, fileName);
    if (saved) return saved;
  }
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return { path: '', cancelled: false };
}

/** Lets the person choose a folder that holds a nursery and opens it; null in a browser. */
export const adoptFolder = (code: string): Promise<{ cancelled: boolean } | null> => shellCall('/adopt', { code });

/** Shows a saved file, or one of the program's own folders; only in the window. */
export const openFolder = (path: string): Promise<unknown> => shellCall('/open-folder', { path });

/** Prints the page as it is styled for paper. */
export async function printPage(): Promise<void> {
  if (await shellInfo()) await shellCall('/print', {});
  else window.print();
}
