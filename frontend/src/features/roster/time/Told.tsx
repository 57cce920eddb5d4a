import { useTranslation } from 'react-i18next';
import { inputs } from '@/form/inputs';
import { Segmented, TextField } from '@/ui';
import form from '../Form.module.css';
import { Quick } from './Quick';

interface Words {
  toldBy: string;
  toldHow: string;
  toldTo: string;
}

interface Props {
  typed: Words;
  onTyped: (told: Words) => void;
  errors: Record<string, string>;
}

const hows = ['phone', 'wechat', 'person', 'other'];

/** Who said it, to whom, and how. */
export function Told({ typed: { toldBy, toldHow, toldTo }, onTyped, errors }: Props) {
  const { t } = useTranslation();
  const { text, value } = inputs({ toldBy, toldHow, toldTo }, onTyped, errors);
  return (
    <>
      <div className={form.pair}>
        <div className={form.stack}>
          <TextField autoComplete="off" label={t('roster.told_by')} {...text('toldBy')} />
          <Quick
            words={['mother', 'father', 'grandmother', 'grandfather']}
            prefix="time.who_"
            onWord={(word) => onTyped({ toldHow, toldTo, toldBy: word })}
          />
        </div>
        <TextField autoComplete="off" label={t('time.told_to')} {...text('toldTo')} />
      </div>
      <Segmented
        labelled
        label={t('time.told_how')}
        choices={hows.map((each) => ({ value: each, label: t(`time.how_${each}`) }))}
        {...value('toldHow')}
      />
    </>
  );
}
