import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';

export type Profile = components['schemas']['NurseryProfile'];

export const profileKey = ['nursery', 'profile'];

export const readProfile = (): Promise<Profile> => data(client.GET('/api/nursery'));

export const useProfile = () => useQuery<Profile>({ queryKey: profileKey, queryFn: readProfile });

/** Refused when somebody else has changed the profile since `revision` was read. */
export const changeProfile = (profile: Profile): Promise<Profile> =>
  data(client.PUT('/api/nursery', { body: profile }));
