// The nursery's time comes from the server: a tablet in a classroom may be
// minutes off. Days and times of day are those of the nursery's zone, which
// has no summer time.
const zoneOffsetMs = 8 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

let offsetMs = 0;

/** Learns how far this device's clock is from the server's; the answer came after `tookMs`. */
export function learnNow(serverNow: string, tookMs: number): void {
  const server = Date.parse(serverNow);
  if (!Number.isNaN(server)) offsetMs = server + tookMs / 2 - Date.now();
}

/** The server's now, in milliseconds since 1970. */
export const now = (): number => Date.now() + offsetMs;

/** The server's now as the door wants instants. */
export const nowText = (): string => new Date(now()).toISOString();

const inZone = (instant: number): string => new Date(instant + zoneOffsetMs).toISOString();

/** The nursery's day, YYYY-MM-DD. */
export const today = (): string => inZone(now()).slice(0, 10);

/** HH:MM in the nursery's zone of an instant; empty for no instant. */
export const timeOfDay = (instant: string | number): string => {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant);
  return Number.isNaN(ms) ? '' : inZone(ms).slice(11, 16);
};

/** The day of an instant in the nursery's zone. */
export const dayOf = (instant: string): string => inZone(Date.parse(instant)).slice(0, 10);

/** The instant of HH:MM on a day of the nursery, as the door wants it. */
export const instantOf = (day: string, time: string): string =>
  new Date(Date.parse(`${day}T${time}:00Z`) - zoneOffsetMs).toISOString();

export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);

/** 0 for Sunday … 6 for Saturday. */
export const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
