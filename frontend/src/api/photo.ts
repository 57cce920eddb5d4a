import { useQuery } from '@tanstack/react-query';
import { download } from './client';

/**
 * Object URL of a child's face, undefined without one. Asked once for each
 * photo and kept while the page is open, so that a board of twenty paints at
 * once the second time; another photo has another id.
 */
export function usePhoto(child: string, photo: string): string | undefined {
  const asked = useQuery({
    queryKey: ['photo', child, photo],
    queryFn: async () => {
      const { bytes } = await download(`/api/children/${encodeURIComponent(child)}/photo`);
      return URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
    },
    enabled: photo !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
  return asked.data;
}
