import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type ChildTime = Schemas['RosterChildTime'];
export type Week = Schemas['RosterWeek'];
export type Slot = Schemas['RosterSlot'];
export type Booking = Schemas['RosterBooking'];
export type Hold = Schemas['RosterHold'];
export type Ahead = Schemas['RosterAhead'];
export type LeaveStory = Schemas['RosterLeaveStory'];
export type LeaveAct = Schemas['RosterLeaveAct'];
export type PlacementTime = Schemas['RosterPlacementTime'];
export type Month = Schemas['CalendarMonth'];

/** Whom an act of time is about; all that its dialogs show of a child. */
export interface Who {
  id: string;
  name: string;
  nickname: string;
}

export const calledBy = ({ name, nickname }: Who): string => nickname || name;

const of = (id: string) => ({ params: { path: { id } } });

/** When a child was, is and will be here. */
export const useChildTime = (id: string) =>
  useQuery<ChildTime>({
    queryKey: ['roster', 'time', id],
    queryFn: () => data(client.GET('/api/children/{id}/time', of(id))),
  });

/** How the days of a month are for a class. */
export const useMonth = (month: string, classId: string) =>
  useQuery<Month>({
    queryKey: ['calendar', month, classId],
    queryFn: () => data(client.GET('/api/calendar/{month}', { params: { path: { month }, query: { classId } } })),
  });

export const agreeWeek = (child: string, body: Schemas['WeekInBody']) =>
  data(client.POST('/api/children/{id}/weeks', { ...of(child), body }));

/** All of the days are booked, or none. */
export const bookDays = (child: string, body: Schemas['BookingInBody']) =>
  data(client.POST('/api/children/{id}/bookings', { ...of(child), body }));

export const cancelBooking = (booking: string, reason: string) =>
  data(client.POST('/api/bookings/{id}/void', { ...of(booking), body: { reason } }));

export const takeLeave = (child: string, body: Schemas['RosterLeave']) =>
  data(client.POST('/api/children/{id}/leaves', { ...of(child), body }));

export const tellLeave = (leave: string, body: Schemas['LeaveStepInBody']) =>
  data(client.POST('/api/leaves/{id}/acts', { ...of(leave), body }));

export const voidLeave = (leave: string, reason: string) =>
  data(client.POST('/api/leaves/{id}/void', { ...of(leave), body: { reason } }));

export const setHold = (child: string, body: Schemas['HoldInBody']) =>
  data(client.POST('/api/children/{id}/holds', { ...of(child), body }));

export const changeHold = (hold: string, body: Schemas['ChangeHoldInBody']) =>
  data(client.POST('/api/holds/{id}/change', { ...of(hold), body }));

export const releaseHold = (hold: string, body: Schemas['ReleaseInBody']) =>
  data(client.POST('/api/holds/{id}/release', { ...of(hold), body }));

export const seeExam = (child: string, examOn: string) =>
  data(client.POST('/api/children/{id}/exam', { ...of(child), body: { examOn } }));
