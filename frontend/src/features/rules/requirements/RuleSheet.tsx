import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { Button, Notice, Sheet, Tag, toast } from '@/ui';
import { EndDialog } from './EndDialog';
import { Grade } from './Grade';
import { RequirementDialog } from './RequirementDialog';
import { RuleTags } from './RuleList';
import type { FactKind, Requirement } from './requirement.api';
import styles from './requirement.module.css';
import type { Rule } from './rows';
import { useWords } from './useWords';

interface Props {
  rule: Rule;
  facts: FactKind[];
  onClose: () => void;
}

type Doing = 'change' | 'off' | 'shipped';

/** One requirement: what counts now, every version before and after it, and what the nursery may do with it. */
export function RuleSheet({ rule, facts, onClose }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const manages = useRight('requirements.manage');
  const [doing, setDoing] = useState<Doing | null>(null);
  const { now, shipped, versions } = rule;
  const done = (key: string) => () => {
    setDoing(null);
    toast(t(key), 'ok');
  };
  const last = versions.filter(({ own }) => own).at(-1) ?? now;
  const counts = last.state === 'on' && now.inForce;
  return (
    <Sheet
      title={words.title(now)}
      subtitle={`${t(`requirement.subject_${now.subject}`)} · ${words.rhythm(now)}`}
      closeLabel={t('app.close')}
      onClose={onClose}
    >
      <div className={styles.stack}>
        <RuleTags rule={rule} />
        {!now.sourced && <Notice>{t('requirement.unsourced_what')}</Notice>}
        <p>{t('requirement.done_by', { what: now.facts.map(words.fact).join(t('requirement.pause')) })}</p>
        {manages && (
          <div className={styles.buttons}>
            <Button icon="edit" onClick={() => setDoing('change')}>
              {t(counts ? 'requirement.change' : 'requirement.switch_on')}
            </Button>
            {counts && <Button onClick={() => setDoing('off')}>{t('requirement.switch_off')}</Button>}
            {last.own && last.state !== 'shipped' && shipped && (
              <Button onClick={() => setDoing('shipped')}>{t('requirement.follow_shipped')}</Button>
            )}
          </div>
        )}
        <section aria-label={t('requirement.versions')}>
          {versions.map((row) => (
            <Version key={`${row.own} ${row.version}`} row={row} />
          ))}
        </section>
      </div>
      {doing === 'change' && (
        <RequirementDialog
          row={last.state === 'shipped' ? now : last}
          facts={facts}
          onClose={() => setDoing(null)}
          onDone={done('requirement.changed')}
        />
      )}
      {(doing === 'off' || doing === 'shipped') && (
        <EndDialog
          what={doing}
          row={now}
          onClose={() => setDoing(null)}
          onDone={done(doing === 'off' ? 'requirement.switched_off' : 'requirement.follows_shipped')}
        />
      )}
    </Sheet>
  );
}

function Version({ row }: { row: Requirement }) {
  const { t } = useTranslation();
  const words = useWords();
  const place = row.own ? t('requirement.own') : words.place(row.jurisdiction);
  return (
    <article className={styles.version}>
      <header>
        <strong>{t('requirement.version', { number: row.version, place })}</strong>
        <span className={styles.day}>
          {row.until
            ? t('requirement.from_until', { from: row.from, until: row.until })
            : t('requirement.since', { day: row.from })}
        </span>
        {row.inForce && <Tag tone="ok">{t('requirement.in_force')}</Tag>}
        {!row.reaches && <Tag>{t('requirement.elsewhere')}</Tag>}
      </header>
      <span>{row.state === 'on' ? words.rhythm(row) : t(`requirement.${row.state}`)}</span>
      {row.reason && <span className={styles.quiet}>{t('requirement.because', { reason: row.reason })}</span>}
      <Grade source={row.source} grade={row.grade} />
    </article>
  );
}
