import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type FaultPart, faultOf } from './fault';

const say = (t: TFunction, part: FaultPart): string =>
  t(part.code, { ns: 'fault', ...part.args, defaultValue: t('client.unknown_code', { code: part.code }) });

/** Turns what was thrown into the sentence a person reads. */
export function useSentence(): (error: unknown) => string {
  const { t } = useTranslation();
  return useCallback((error: unknown) => say(t, faultOf(error).parts[0] ?? { code: 'client.unknown', args: {} }), [t]);
}

/** The sentences of a fault by input field; '' holds what belongs to no field. */
export function useFieldSentences(error: unknown): Record<string, string> {
  const { t } = useTranslation();
  if (!error) return {};
  const out: Record<string, string> = {};
  for (const part of faultOf(error).parts) out[part.field ?? ''] ??= say(t, part);
  return out;
}
