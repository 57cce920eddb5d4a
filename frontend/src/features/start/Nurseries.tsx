import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Icon, Notice, Tag } from '@/ui';
import styles from './Nurseries.module.css';
import { forgetNursery, openNursery, type Shelved } from './start.api';

interface Props {
  nurseries: Shelved[];
  /** Another nursery is open, or the list is another one: everything is read anew. */
  onChanged: () => void;
  /** Leads to the founding of a further one. */
  onAdd: () => void;
  /** Opens an existing folder; only in the window. */
  onAdopt?: () => void;
}

/** The nurseries of this computer: which is open, and the way to the others. */
export function Nurseries({ nurseries, onChanged, onAdd, onAdopt }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const opening = useMutation({ mutationFn: openNursery, onSuccess: onChanged });
  const forgetting = useMutation({ mutationFn: forgetNursery, onSuccess: onChanged });
  const failed = opening.error ?? forgetting.error;
  return (
    <section className={styles.nurseries} aria-label={t('start.nurseries')}>
      {nurseries.length > 1 && <h2>{t('start.nurseries')}</h2>}
      {failed != null && (
        <Notice tone="bad" alert>
          {sentence(failed)}
        </Notice>
      )}
      {nurseries.length > 1 && (
        <ul>
          {nurseries.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                className={styles.nursery}
                disabled={each.open || !each.there || opening.isPending}
                onClick={() => opening.mutate(each.id)}
              >
                <Icon name="sprout" />
                <span>{each.name || t('start.nursery_unnamed')}</span>
                {each.open && <Tag tone="ok">{t('start.nursery_here')}</Tag>}
                {!each.there && <Tag tone="warn">{t('start.nursery_gone')}</Tag>}
              </button>
              {!each.there && !each.open && (
                <Button kind="text" size="small" onClick={() => forgetting.mutate(each.id)}>
                  {t('start.nursery_forget')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.ways}>
        <Button kind="text" icon="plus" onClick={onAdd}>
          {t('start.nursery_add')}
        </Button>
        {onAdopt && (
          <Button kind="text" icon="folder" onClick={onAdopt}>
            {t('start.nursery_adopt')}
          </Button>
        )}
      </div>
    </section>
  );
}
