import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { usePhoto } from '@/api/photo';
import { Avatar } from '@/ui';
import { PhotoDialog } from './PhotoDialog';
import { faceOf } from './photo.api';
import styles from './photo.module.css';

interface Props {
  childId: string;
  person: { id: string; name: string; photo: string };
  large?: boolean;
}

/** The face of a guardian or collector; a tap shows it large, or lets the office choose one. */
export function PersonFace({ childId, person, large }: Props) {
  const { t } = useTranslation();
  const keeps = useRight('roster.write');
  const [open, setOpen] = useState(false);
  const of = { childId, personId: person.id, name: person.name, photo: person.photo };
  const face = <Avatar seed={person.id} photo={usePhoto(faceOf(of), person.photo)} size={large ? 'large' : 'normal'} />;
  if (!keeps && !person.photo) return face;
  return (
    <>
      <button
        type="button"
        className={styles.face}
        aria-label={t(person.photo ? 'photo.of' : 'photo.choose_of', { name: person.name })}
        onClick={() => setOpen(true)}
      >
        {face}
      </button>
      {open && <PhotoDialog of={of} onClose={() => setOpen(false)} />}
    </>
  );
}
