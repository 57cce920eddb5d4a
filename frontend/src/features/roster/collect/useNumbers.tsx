import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/me';
import { useFieldSentences } from '@/api/sentence';
import { Dialog, Loading, Notice } from '@/ui';
import { reveal } from '../child/child.api';
import { Opened } from '../child/Opened';
import { Reveal } from '../child/Reveal';
import { callPerson } from './collect.api';

const usual = ['collect.reveal_fetch', 'collect.reveal_gate', 'collect.reveal_fees'];

interface Person {
  id: string;
  name: string;
}

interface Numbers {
  /** Today's staff of the class call by one tap, which is logged; others say why. */
  onDuty: boolean;
  ask: (person: Person, which: number) => void;
  dialog: ReactNode;
}

/** Opens the numbers of a child's people, one at a time. */
export function useNumbers(childId: string, classId: string | undefined): Numbers {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const onDuty = useMe().classes.some(({ id }) => id === classId);
  const [asked, setAsked] = useState<{ person: Person; which: number } | null>(null);
  const calling = useMutation({
    mutationFn: ({ person, which }: { person: Person; which: number }) => callPerson(childId, person.id, which),
    gcTime: 0,
    onSettled: () => queries.invalidateQueries({ queryKey: ['roster', 'contacts', childId] }),
  });
  const ask = (person: Person, which: number) => {
    setAsked({ person, which });
    if (onDuty) calling.mutate({ person, which });
  };
  const close = () => {
    setAsked(null);
    calling.reset();
  };
  const title = t('roster.phone_of', { name: asked?.person.name ?? '' });
  let dialog: ReactNode = null;
  if (asked && onDuty) dialog = <Calling title={title} calling={calling} onClose={close} />;
  else if (asked) {
    const open = (reason: string) =>
      reveal(childId, { what: 'phone', guardianId: asked.person.id, which: asked.which, reason });
    dialog = <Reveal call title={title} usual={usual} open={open} onClose={close} />;
  }
  return { onDuty, ask, dialog };
}

interface CallingProps {
  title: string;
  calling: { data?: string; error: unknown };
  onClose: () => void;
}

function Calling({ title, calling, onClose }: CallingProps) {
  const { t } = useTranslation();
  const errors = useFieldSentences(calling.error);
  if (calling.data) return <Opened call title={title} value={calling.data} onClose={onClose} />;
  return (
    <Dialog title={title} closeLabel={t('app.close')} onClose={onClose}>
      {calling.error ? (
        <Notice tone="bad" alert>
          {Object.values(errors)[0]}
        </Notice>
      ) : (
        <Loading label={t('app.loading')} />
      )}
    </Dialog>
  );
}
