import { useState } from 'react';
import { faultOf } from '@/api/fault';
import { useSentence } from '@/api/sentence';
import { AdoptFolder } from '@/features/start/AdoptFolder';
import { Nurseries } from '@/features/start/Nurseries';
import type { Start } from '@/features/start/start.api';
import { toast } from '@/ui';
import { adoptFolder, useShellInfo } from './shell';

// Another nursery shares nothing with what this page has read: it begins anew.
const beginAnew = () => window.location.reload();

/** The other nurseries of this computer, and in the window a folder that holds one. */
export function OtherNurseries({ start, onAdd }: { start: Start; onAdd: () => void }) {
  const sentence = useSentence();
  const shell = useShellInfo();
  const [refused, setRefused] = useState<unknown>(null);
  const adopt = async () => {
    try {
      const adopted = await adoptFolder('');
      if (adopted && !adopted.cancelled) beginAnew();
    } catch (error) {
      // Only the key is missing: the recovery code opens it.
      if (faultOf(error).code.startsWith('keys.')) setRefused(error);
      else toast(sentence(error), 'bad');
    }
  };
  return (
    <>
      <Nurseries
        nurseries={start.nurseries}
        onChanged={beginAnew}
        onAdd={onAdd}
        onAdopt={shell ? () => void adopt() : undefined}
      />
      {refused != null && (
        <AdoptFolder first={refused} adopt={adoptFolder} onAdopted={beginAnew} onClose={() => setRefused(null)} />
      )}
    </>
  );
}
