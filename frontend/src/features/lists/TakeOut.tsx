import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, toast } from '@/ui';
import { exportChild, type SaveFile } from './lists.api';
import { ReasonDialog } from './ReasonDialog';

interface DialogProps {
  title: string;
  what: string;
  take: (reason: string) => Promise<{ fileName: string; bytes: ArrayBuffer }>;
  saveFile: SaveFile;
  onClose: () => void;
}

/** Asks why something whole goes out, makes it, and lets the person choose where it goes. */
export function TakeOutDialog({ title, what, take, saveFile, onClose }: DialogProps) {
  const { t } = useTranslation();
  const go = async (reason: string) => {
    const { fileName, bytes } = await take(reason);
    onClose();
    await saveFile(fileName, bytes);
    toast(t('lists.exported', { name: fileName }), 'ok');
  };
  return (
    <ReasonDialog title={title} subtitle={what} action={t('lists.export')} required onClose={onClose} onReason={go} />
  );
}

type Props = Omit<DialogProps, 'title' | 'onClose'> & { label: string };

export function TakeOut({ label, ...rest }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="export" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && <TakeOutDialog title={label} {...rest} onClose={() => setOpen(false)} />}
    </>
  );
}

interface ChildProps {
  child: { id: string; name: string };
  saveFile: SaveFile;
  onClose: () => void;
}

/** One child's whole file, to hand to its parents or to keep. */
export function ChildOut({ child, saveFile, onClose }: ChildProps) {
  const { t } = useTranslation();
  return (
    <TakeOutDialog
      title={t('lists.child_of', { name: child.name })}
      what={t('lists.child_what')}
      take={(reason) => exportChild(child.id, reason)}
      saveFile={saveFile}
      onClose={onClose}
    />
  );
}
