import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '@/api/client';
import { useRight } from '@/api/me';
import { usePhoto } from '@/api/photo';
import { useSentence } from '@/api/sentence';
import { Avatar, Button, Dialog, Notice, toast } from '@/ui';
import { ReasonDialog } from '../child/ReasonDialog';
import { useWrite } from '../roster.api';
import { faceOf, type Pictured, removePhoto } from './photo.api';
import styles from './photo.module.css';

interface Props {
  of: Pictured;
  onClose: () => void;
}

/** A face, large; who keeps the roster chooses, changes or removes it. */
export function PhotoDialog({ of, onClose }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const keeps = useRight('roster.write');
  const input = useRef<HTMLInputElement>(null);
  const [removing, setRemoving] = useState(false);
  const photo = usePhoto(faceOf(of), of.photo);
  const { name } = of;
  const done = (key: string) => () => {
    toast(t(key), 'ok');
    onClose();
  };
  const sending = useWrite(
    async (file: File) => upload(faceOf(of), file.name, await file.arrayBuffer()),
    done('photo.set'),
  );
  if (removing) {
    return (
      <ReasonDialog
        title={t('photo.remove_of', { name })}
        subtitle={t('photo.remove_what')}
        act={t('photo.remove')}
        write={(reason) => removePhoto(of, reason)}
        onClose={() => setRemoving(false)}
        onDone={done('photo.removed')}
      />
    );
  }
  return (
    <Dialog
      title={t('photo.of', { name })}
      subtitle={t(of.personId ? 'photo.person_what' : 'photo.what')}
      closeLabel={t('app.close')}
      onClose={onClose}
      footer={
        keeps && (
          <>
            {of.photo && (
              <Button kind="text" onClick={() => setRemoving(true)}>
                {t('photo.remove')}
              </Button>
            )}
            <Button kind="primary" busy={sending.isPending} onClick={() => input.current?.click()}>
              {t(of.photo ? 'photo.change' : 'photo.choose')}
            </Button>
          </>
        )
      }
    >
      <div className={styles.stack}>
        {sending.error != null && (
          <Notice tone="bad" alert>
            {sentence(sending.error)}
          </Notice>
        )}
        {photo ? (
          <img className={styles.large} src={photo} alt={t('photo.of', { name })} />
        ) : (
          <Avatar seed={of.personId ?? of.childId} size="large" />
        )}
        <input
          ref={input}
          type="file"
          className="sr-only"
          tabIndex={-1}
          aria-label={t('photo.choose')}
          accept="image/jpeg,image/png"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) sending.mutate(file);
            event.target.value = '';
          }}
        />
      </div>
    </Dialog>
  );
}
