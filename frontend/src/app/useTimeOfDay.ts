import { useEffect, useState } from 'react';
import { now, timeOfDay } from '@/api/clock';

const everyMs = 10_000;

/** The nursery's time of day as HH:MM, kept current. */
export function useTimeOfDay(): string {
  const [time, setTime] = useState(() => timeOfDay(now()));
  useEffect(() => {
    const timer = setInterval(() => setTime(timeOfDay(now())), everyMs);
    return () => clearInterval(timer);
  }, []);
  return time;
}
