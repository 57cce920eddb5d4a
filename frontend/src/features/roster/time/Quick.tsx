import { useTranslation } from 'react-i18next';
import { Button } from '@/ui';
import form from '../Form.module.css';

interface Props {
  words: string[];
  prefix: string;
  onWord: (word: string) => void;
}

/** Words that are said often, each written by one tap. */
export function Quick({ words, prefix, onWord }: Props) {
  const { t } = useTranslation();
  return (
    <div className={form.quick}>
      {words.map((word) => (
        <Button key={word} size="small" onClick={() => onWord(t(prefix + word))}>
          {t(prefix + word)}
        </Button>
      ))}
    </div>
  );
}
