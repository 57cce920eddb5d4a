import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Empty, Loading, Notice } from '@/ui';
import { Face } from '../photo/Face';
import { useClasses } from '../roster.api';
import { type AtGate, useFoundAtGate } from './gate.api';
import styles from './gate.module.css';

/** The children whose name, 小名 or pinyin was typed. */
export function Found({ text, onChoose }: { text: string; onChoose: (child: AtGate) => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const found = useFoundAtGate(text);
  const classes = useClasses().data ?? [];
  if (text === '')
    return (
      <Empty icon="search" title={t('gate.type')}>
        {t('gate.type_what')}
      </Empty>
    );
  if (found.isPending) return <Loading label={t('app.loading')} />;
  if (found.isError) {
    return (
      <Notice tone="bad" alert action={<Button onClick={() => void found.refetch()}>{t('app.retry')}</Button>}>
        {sentence(found.error)}
      </Notice>
    );
  }
  const { children, total } = found.data;
  if (children.length === 0)
    return (
      <Empty icon="search" title={t('gate.nobody')}>
        {t('gate.nobody_what')}
      </Empty>
    );
  return (
    <>
      <ul className={styles.found} aria-label={t('gate.found')}>
        {children.map((child) => (
          <li key={child.id}>
            <button type="button" className={styles.child} onClick={() => onChoose(child)}>
              <Face child={child} size="large" />
              <span className={styles.words}>
                <strong>{child.nickname || child.name}</strong>
                <span>
                  {[child.nickname && child.name, classes.find(({ id }) => id === child.classId)?.name]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {total > children.length && <p className={styles.quiet}>{t('gate.more', { count: total - children.length })}</p>}
    </>
  );
}
