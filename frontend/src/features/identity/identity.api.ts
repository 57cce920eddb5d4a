import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { Me } from '@/api/me';
import type { components } from '@/api/schema';
import { endSession, lockSession, session } from '@/api/session';

export type Session = components['schemas']['IdentitySession'];
export type QuickPerson = components['schemas']['IdentityQuickPerson'];

export const meKey = ['identity', 'me'];

export const useMeQuery = (enabled: boolean) =>
  useQuery<Me>({ queryKey: meKey, queryFn: () => data(client.GET('/api/session')), enabled, staleTime: 60_000 });

/** Who may take over this device by PIN; nobody before the first password on it. */
export const useQuickPeople = () =>
  useQuery({
    queryKey: ['identity', 'people', session().device],
    queryFn: async () => (await data(client.GET('/api/session/people'))).people,
    enabled: session().device !== '',
    retry: false,
  });

export const signIn = (userName: string, password: string): Promise<Session> =>
  data(client.POST('/api/session', { body: { userName, password } }));

export const signInByPin = (personId: string, pin: string): Promise<Session> =>
  data(client.POST('/api/session/pin', { body: { personId, pin } }));

export const setPin = (password: string, pin: string) =>
  data(client.PUT('/api/session/pin', { body: { password, pin } }));

export const setPassword = (old: string, next: string) =>
  data(client.PUT('/api/session/password', { body: { old, new: next } }));

// The server's session ends in the background: the page is left or covered
// at once, also when nobody answers.
const endOnServer = (): void => {
  if (session().token) void client.DELETE('/api/session').catch(() => undefined);
};

export function signOut(): void {
  endOnServer();
  endSession();
}

/** Covers the page; what was typed behind it stays. */
export function lock(): void {
  endOnServer();
  lockSession();
}
