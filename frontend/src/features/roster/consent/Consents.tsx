import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Button, Card, Icon, Loading, Menu, Notice, toast } from '@/ui';
import type { ChildFile } from '../child/child.api';
import styles from '../child/child.module.css';
import { ConsentActs } from './ConsentActs';
import { ConsentDialog } from './ConsentDialog';
import { type KindStanding, useConsents } from './consent.api';
import { State } from './State';

interface Props {
  child: ChildFile;
  onPrint: (kindId: string) => void;
  saveFile: (fileName: string, bytes: ArrayBuffer) => Promise<unknown>;
}

type Doing = { what: 'record' | 'withdraw' | 'acts'; kindId: string };

/** What the guardians agreed to, refused or withdrew, and the service agreement. */
export function Consents({ child, onPrint, saveFile }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const keeps = useRight('consent.write');
  const list = useConsents(child.id);
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const done = () => {
    close();
    toast(t('consent.recorded'), 'ok');
  };
  const meant = list.data?.find(({ kind }) => kind.id === doing?.kindId);
  return (
    <Card title={t('consent.title')}>
      {list.isPending && <Loading label={t('app.loading')} />}
      {list.isError && <Notice tone="bad">{sentence(list.error)}</Notice>}
      {keeps && child.guardians.length === 0 && <p className={styles.none}>{t('consent.no_guardian')}</p>}
      <ul className={styles.items}>
        {list.data?.map((line) => (
          <li key={line.kind.id} className={styles.item}>
            <span className={styles.words}>
              <span className={styles.first}>
                <strong>{line.kind.name}</strong>
                <State state={line.state} lacks={line.lacks} />
              </span>
              <Facts line={line} />
            </span>
            {keeps && (
              <>
                <Button
                  kind="text"
                  size="small"
                  disabled={child.guardians.length === 0}
                  aria-label={t('consent.named', {
                    act: t(line.state === 'missing' ? 'consent.record' : 'consent.record_again'),
                    kind: line.kind.name,
                  })}
                  onClick={() => setDoing({ what: 'record', kindId: line.kind.id })}
                >
                  {t(line.state === 'missing' ? 'consent.record' : 'consent.record_again')}
                </Button>
                <More line={line} onPrint={onPrint} onDo={(what) => setDoing({ what, kindId: line.kind.id })} />
              </>
            )}
          </li>
        ))}
      </ul>
      {meant && (doing?.what === 'record' || doing?.what === 'withdraw') && (
        <ConsentDialog
          child={child}
          kind={meant.kind}
          withdraw={doing.what === 'withdraw'}
          onClose={close}
          onDone={done}
        />
      )}
      {meant && doing?.what === 'acts' && <ConsentActs line={meant} saveFile={saveFile} onClose={close} />}
    </Card>
  );
}

function Facts({ line: { act, kind, lacks } }: { line: KindStanding }) {
  const { t } = useTranslation();
  const facts = [
    act?.on,
    act?.guardian && (act.relation ? `${act.guardian}（${act.relation}）` : act.guardian),
    act?.number,
    act?.endsOn && t('consent.until', { day: act.endsOn }),
    act?.decision === 'given' && act.scopes.join('、'),
    lacks && kind.form === 'agreement' && t('consent.grade', { grade: kind.grade }),
  ].filter(Boolean);
  return facts.length > 0 ? <span className={styles.small}>{facts.join(' · ')}</span> : null;
}

interface MoreProps {
  line: KindStanding;
  onPrint: (kindId: string) => void;
  onDo: (what: 'withdraw' | 'acts') => void;
}

function More({ line, onPrint, onDo }: MoreProps) {
  const { t } = useTranslation();
  return (
    <Menu
      align="end"
      className={styles.icon}
      label={t('roster.more_of', { name: line.kind.name })}
      trigger={<Icon name="more" />}
      items={[
        { key: 'print', icon: 'print', label: t('consent.print'), onSelect: () => onPrint(line.kind.id) },
        ...(line.acts.length > 0
          ? [{ key: 'acts', icon: 'clock' as const, label: t('consent.acts'), onSelect: () => onDo('acts') }]
          : []),
        ...(line.state === 'given'
          ? [
              {
                key: 'withdraw',
                icon: 'undo' as const,
                danger: true,
                label: t('consent.withdraw'),
                onSelect: () => onDo('withdraw'),
              },
            ]
          : []),
      ]}
    />
  );
}
