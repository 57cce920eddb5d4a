import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';
import type { HistoryEntry } from '../child/child.api';

type Schemas = components['schemas'];
export type StaffFile = Schemas['RosterStaffFile'];
export type Details = StaffFile['details'];
export type GrantBody = Schemas['GrantInBody'];
export type Granted = StaffFile['grants'][number];

export const educations = ['primary', 'junior', 'senior', 'college', 'bachelor', 'master'];
export const hireTypes = ['contract', 'dispatch', 'part_time', 'retired', 'intern', 'other'];

export const noDetails: Details = {
  number: '',
  birthDate: '',
  education: '',
  major: '',
  title: '',
  hireType: '',
  worksSince: '',
  contractNumber: '',
  contractFrom: '',
  contractUntil: '',
};

const of = (id: string) => ({ params: { path: { id } } });

/** One member of staff: register fields, stays, classes and roles by date. */
export const useStaffFile = (id: string) =>
  useQuery<StaffFile>({
    queryKey: ['roster', 'staffFile', id],
    queryFn: () => data(client.GET('/api/staff/{id}', of(id))),
  });

/** Who changed what of a member of staff; only for who may write. */
export const useStaffHistory = (id: string) =>
  useQuery<HistoryEntry[]>({
    queryKey: ['roster', 'staffHistory', id],
    queryFn: async () => (await data(client.POST('/api/staff/{id}/history', of(id)))).entries,
  });

export const leaveStaff = (id: string, lastDay: string, reason: string) =>
  data(client.POST('/api/staff/{id}/leaving', { ...of(id), body: { lastDay, reason } }));

/** Takes back who has left, without classes and roles. */
export const rehireStaff = (id: string, from: string) =>
  data(client.POST('/api/staff/{id}/rehire', { ...of(id), body: { from } }));

export const revealStaffId = async (id: string, reason: string): Promise<string> =>
  (await data(client.POST('/api/staff/{id}/id-number', { ...of(id), body: { reason } }))).value;

/** A role for a time; director makes a deputy. */
export const grantRole = (id: string, body: GrantBody) =>
  data(client.POST('/api/staff/{id}/grants', { ...of(id), body }));

export const endGrant = (id: string, lastDay: string) =>
  data(client.POST('/api/grants/{id}/end', { ...of(id), body: { lastDay } }));
