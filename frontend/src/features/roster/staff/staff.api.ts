import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type StaffRow = Schemas['RosterStaff'];
export type StaffClass = Schemas['RosterStaffClass'];
export type Role = Schemas['AccountInBody']['roles'][number];
export type StaffState = Schemas['RosterStaffSearch']['state'];

export const positions: StaffRow['position'][] = ['director', 'caregiver', 'health', 'cook', 'guard', 'other'];

/** What a person signs in as; one may have several. */
export const roles: Role[] = ['director', 'caregiver', 'health', 'office', 'finance', 'kitchen', 'gate', 'viewer'];

/** Staff by name or pinyin; who has left only when asked for. */
export const useStaff = (text: string, state: StaffState) =>
  useQuery<StaffRow[]>({
    queryKey: ['roster', 'staff', text, state],
    queryFn: async () => (await data(client.POST('/api/staff/search', { body: { text, state } }))).staff,
    placeholderData: keepPreviousData,
  });

const of = (id: string) => ({ params: { path: { id } } });

export const addStaff = (body: Schemas['RosterStaffFields']) => data(client.POST('/api/staff', { body }));

export const changeStaff = (id: string, body: Schemas['RosterStaffFields']) =>
  data(client.PUT('/api/staff/{id}', { ...of(id), body }));

/** An earlier assignment to the same class ends the day before. */
export const assignStaff = (id: string, body: Schemas['AssignInBody']) =>
  data(client.POST('/api/staff/{id}/assignments', { ...of(id), body }));

/** An empty password keeps the present one. */
export const setAccount = (id: string, body: Schemas['AccountInBody']) =>
  data(client.POST('/api/staff/{id}/account', { ...of(id), body }));

export const unlockPin = (id: string) => data(client.POST('/api/staff/{id}/unlock', of(id)));
