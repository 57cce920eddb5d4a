import { client, data } from '@/api/client';
import type { ClassRow } from '../roster.api';

export const addClass = (body: ClassRow) => data(client.POST('/api/classes', { body }));

export const changeClass = (body: ClassRow) =>
  data(client.PUT('/api/classes/{id}', { params: { path: { id: body.id } }, body }));
