import { collect } from './collect';

type Messages = Record<string, string>;

export const messages = collect(
  import.meta.glob<Messages>(['../**/zh.json', '../../features/**/zh.json'], { eager: true, import: 'default' }),
);
/** The faults' sentences have one source, which the command line reads too. */
export const faults = collect(
  import.meta.glob<Messages>('../../../../backend/fault/sentences/zh/*.json', { eager: true, import: 'default' }),
);
