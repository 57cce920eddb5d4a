import { client, data } from '@/api/client';
import { childFace, personFace } from '@/api/photo';

/** Whose face it is: a child's, or that of a guardian or collector of the child. */
export interface Pictured {
  childId: string;
  personId?: string;
  name: string;
  /** Changes with the photo, empty without one. */
  photo: string;
}

export const faceOf = ({ childId, personId }: Pictured) =>
  personId ? personFace(childId, personId) : childFace(childId);

/** The face is gone, bytes and all; why stays in the history. */
export const removePhoto = ({ childId: id, personId: person }: Pictured, reason: string) =>
  person
    ? data(
        client.POST('/api/children/{id}/people/{person}/photo/remove', {
          params: { path: { id, person } },
          body: { reason },
        }),
      )
    : data(client.POST('/api/children/{id}/photo/remove', { params: { path: { id } }, body: { reason } }));
