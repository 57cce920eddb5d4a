import { useQuery } from '@tanstack/react-query';
import { download } from './client';

const of = (child: string) => `/api/children/${encodeURIComponent(child)}`;

/** Where a child's face is asked for. */
export const childFace = (child: string) => `${of(child)}/photo`;

/** Where the face of a guardian or collector of a child is asked for. */
export const personFace = (child: string, person: string) => `${of(child)}/people/${encodeURIComponent(person)}/photo`;

/**
 * Object URL of a face, undefined without one. Asked once for each photo and
 * kept while the page is open, so that a board of twenty paints at once the
 * second time; another photo has another id, and siblings' mother the same.
 */
export function usePhoto(path: string, photo: string): string | undefined {
  const asked = useQuery({
    queryKey: ['photo', photo],
    queryFn: async () => {
      const { bytes } = await download(path);
      return URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
    },
    enabled: photo !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
  return asked.data;
}
