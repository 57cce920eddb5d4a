import { collect } from './collect';

type Messages = Record<string, string>;

export const messages = collect(
  import.meta.glob<Messages>(['../**/en.json', '../../features/**/en.json'], { eager: true, import: 'default' }),
);
/** The faults' sentences have one source, which the command line reads too. */
export const faults = collect(
  import.meta.glob<Messages>('../../../../backend/fault/sentences/en/*.json', { eager: true, import: 'default' }),
);
