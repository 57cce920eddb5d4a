import { useSyncExternalStore } from 'react';

// The token lives as long as the window (sessionStorage), the device's name as
// long as the device (localStorage): cookies do not exist in the webviews.
const tokenKey = 'yayuan.token';
// Each nursery of this computer knows the device by a name of its own.
let deviceKey = 'yayuan.device';

export interface SessionState {
  token: string;
  device: string;
  /** The page is covered until somebody signs in again; what was typed stays. */
  locked: boolean;
}

const read = (storage: () => Storage, key: string): string => {
  try {
    return storage().getItem(key) ?? '';
  } catch {
    return '';
  }
};

const write = (storage: () => Storage, key: string, value: string): void => {
  try {
    if (value) storage().setItem(key, value);
    else storage().removeItem(key);
  } catch {
    // Storage may be switched off; the session then ends with the page.
  }
};

let state: SessionState = {
  token: read(() => sessionStorage, tokenKey),
  device: read(() => localStorage, deviceKey),
  locked: false,
};
const listeners = new Set<() => void>();

const set = (next: SessionState): void => {
  state = next;
  for (const listener of listeners) listener();
};

export const session = (): SessionState => state;

/** Which nursery is open: the device's name follows it. */
export function openPlace(place: string): void {
  const key = place === '' || place === 'main' ? 'yayuan.device' : `yayuan.device.${place}`;
  if (key === deviceKey) return;
  deviceKey = key;
  set({ ...state, device: read(() => localStorage, key) });
}

export function beginSession(token: string, device: string): void {
  write(() => sessionStorage, tokenKey, token);
  if (device) write(() => localStorage, deviceKey, device);
  set({ token, device: device || state.device, locked: false });
}

/** Covers the page; without a token nothing behind it can be asked for. */
export function lockSession(): void {
  write(() => sessionStorage, tokenKey, '');
  if (state.token || !state.locked) set({ ...state, token: '', locked: true });
}

export function endSession(): void {
  write(() => sessionStorage, tokenKey, '');
  set({ ...state, token: '', locked: false });
}

export const onSession = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSession = (): SessionState => useSyncExternalStore(onSession, session);
