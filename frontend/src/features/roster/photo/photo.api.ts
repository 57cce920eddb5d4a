import { client, data } from '@/api/client';

/** The face is gone, bytes and all; why stays in the history. */
export const removePhoto = (id: string, reason: string) =>
  data(client.POST('/api/children/{id}/photo/remove', { params: { path: { id } }, body: { reason } }));
