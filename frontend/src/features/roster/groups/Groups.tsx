import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { Button, Card, Empty, Tag, toast } from '@/ui';
import { type ClassRow, useClasses } from '../roster.api';
import { EndGroup } from './EndGroup';
import { GroupDialog } from './GroupDialog';
import { type Group, useGroups } from './groups.api';
import styles from './groups.module.css';
import { useGroupWords } from './useGroupWords';

type Doing = { what: 'save'; group?: Group } | { what: 'end'; group: Group };

/** The combined groups: when, where, who joins and who leads. */
export function Groups() {
  const { t } = useTranslation();
  const groups = useGroups();
  const classes = useClasses().data ?? [];
  const [doing, setDoing] = useState<Doing | null>(null);
  const done = () => {
    setDoing(null);
    toast(t('roster.changed'), 'ok');
  };
  const adding = (
    <Button icon="plus" onClick={() => setDoing({ what: 'save' })}>
      {t('groups.add')}
    </Button>
  );
  const rows = groups.data ?? [];
  return (
    <Card title={t('groups.title')} note={t('groups.note')} actions={rows.length > 0 && adding}>
      {groups.data && rows.length === 0 && (
        <Empty icon="people" title={t('groups.none')} action={adding}>
          {t('groups.none_what')}
        </Empty>
      )}
      <ul className={styles.groups}>
        {rows.map((group) => (
          <Line
            key={group.id}
            group={group}
            classes={classes}
            onChange={() => setDoing({ what: 'save', group })}
            onEnd={() => setDoing({ what: 'end', group })}
          />
        ))}
      </ul>
      {doing?.what === 'save' && (
        <GroupDialog group={doing.group} classes={classes} onClose={() => setDoing(null)} onDone={done} />
      )}
      {doing?.what === 'end' && <EndGroup group={doing.group} onClose={() => setDoing(null)} onDone={done} />}
    </Card>
  );
}

interface LineProps {
  group: Group;
  classes: ClassRow[];
  onChange: () => void;
  onEnd: () => void;
}

function Line({ group, classes, onChange, onEnd }: LineProps) {
  const { t } = useTranslation();
  const words = useGroupWords(classes);
  return (
    <li>
      <span className={styles.time}>{`${group.starts}–${group.ends}`}</span>
      <span className={styles.what}>
        <strong>{group.name}</strong>
        <small>{words.who(group)}</small>
        <small>{words.when(group)}</small>
      </span>
      <span className={styles.tags}>
        {group.room && <Tag>{group.room}</Tag>}
        {group.lead && <Tag tone="primary">{t('groups.led_by', { name: group.lead })}</Tag>}
        {group.from > today() && <Tag tone="leave">{t('roster.when_coming')}</Tag>}
      </span>
      <span className={styles.buttons}>
        <Button kind="text" size="small" onClick={onChange} aria-label={`${t('roster.change')}：${group.name}`}>
          {t('roster.change')}
        </Button>
        <Button kind="text" size="small" onClick={onEnd} aria-label={`${t('groups.end')}：${group.name}`}>
          {t('groups.end')}
        </Button>
      </span>
    </li>
  );
}
