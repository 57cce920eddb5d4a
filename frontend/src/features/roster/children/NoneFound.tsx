import { useTranslation } from 'react-i18next';
import { Button, Empty } from '@/ui';
import type { Wanted } from './children.api';

interface Props {
  wanted: Wanted;
  /** Searching among all children may still find them. */
  wider: boolean;
  onAll: () => void;
}

/** Why a narrowed list is empty: nobody is in this state or class, or the words typed fit nobody. */
export function NoneFound({ wanted, wider, onAll }: Props) {
  const { t } = useTranslation();
  const typed = wanted.text !== '';
  const state = wanted.state === 'coming' || wanted.state === 'left' ? wanted.state : 'class';
  return (
    <Empty
      icon={typed ? 'search' : 'people'}
      title={t(typed ? 'roster.not_found' : `roster.none_${state}`)}
      action={<Button onClick={onAll}>{t(wider ? 'roster.search_all' : 'roster.show_all')}</Button>}
    >
      {t(typed ? 'roster.not_found_what' : `roster.none_${state}_what`)}
    </Empty>
  );
}
