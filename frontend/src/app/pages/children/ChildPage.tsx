import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { ChildOut } from '@/features/lists/TakeOut';
import { ChangeChild } from '@/features/roster/child/ChangeChild';
import { type ChildFile, useChildFile } from '@/features/roster/child/child.api';
import { LeavingDialog } from '@/features/roster/child/LeavingDialog';
import { PlaceDialog } from '@/features/roster/child/PlaceDialog';
import { placementOf } from '@/features/roster/child/placements';
import { Face } from '@/features/roster/photo/Face';
import { PhotoDialog } from '@/features/roster/photo/PhotoDialog';
import { LeaveDialog } from '@/features/roster/time/LeaveDialog';
import { Button, Icon, Loading, Menu, type MenuItem, Notice, Page, toast } from '@/ui';
import { saveFile } from '../../shell';
import { usePhone } from '../board/usePhone';
import { ChildCards } from './ChildCards';
import styles from './ChildPage.module.css';
import { Where } from './Where';

/** Everything the roster knows of one child. */
export function ChildPage() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { id = '' } = useParams({ strict: false });
  const file = useChildFile(id);
  if (file.isPending) return <Loading label={t('app.loading')} />;
  if (file.data) return <ChildView child={file.data} />;
  return (
    <Page before={<Back />} title={t('roster.child')}>
      <Notice tone="bad" alert action={<Button onClick={() => void file.refetch()}>{t('app.retry')}</Button>}>
        {sentence(file.error)}
      </Notice>
    </Page>
  );
}

function Back() {
  const { t } = useTranslation();
  return (
    <Link to="/children" className={styles.back} aria-label={t('roster.back')}>
      <Icon name="left" />
    </Link>
  );
}

type Doing = 'out' | 'photo' | 'leave' | 'change' | 'place' | 'leaving';

function ChildView({ child }: { child: ChildFile }) {
  const { t } = useTranslation();
  const keeps = useRight('roster.write');
  const takesOut = useRight('export.all');
  const takesLeave = useRight('roster.leave');
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const done = (key: string) => () => {
    close();
    toast(t(key), 'ok');
  };
  const placement = placementOf(child.placements, today());
  const others: MenuItem[] = [
    { key: 'change', icon: 'edit', label: t('roster.change'), onSelect: () => setDoing('change') },
    {
      key: 'place',
      icon: 'room',
      label: t(placement ? 'roster.place' : 'roster.place_first'),
      onSelect: () => setDoing('place'),
    },
    ...(placement && !placement.until
      ? [{ key: 'leaving', icon: 'out' as const, label: t('roster.leaving'), onSelect: () => setDoing('leaving') }]
      : []),
    ...(takesOut
      ? [{ key: 'out', icon: 'export' as const, label: t('lists.child'), onSelect: () => setDoing('out') }]
      : []),
  ];
  const actions = (
    <>
      {keeps && <Actions items={others} />}
      {takesLeave && placement && (
        <Button kind="primary" icon="calendar" onClick={() => setDoing('leave')}>
          {t('roster.leave')}
        </Button>
      )}
    </>
  );
  return (
    <Page
      before={<Back />}
      title={
        <span className={styles.title}>
          {keeps ? (
            <button
              type="button"
              className={styles.photo}
              aria-label={t('photo.change')}
              onClick={() => setDoing('photo')}
            >
              <Face child={child} size="large" />
            </button>
          ) : (
            <Face child={child} size="large" />
          )}
          <span>
            {child.nickname || child.name}
            {child.nickname && <span className={styles.full}>{child.name}</span>}
          </span>
        </span>
      }
      meta={<Where child={child} />}
      actions={actions}
    >
      <ChildCards child={child} />
      {doing === 'out' && <ChildOut child={child} saveFile={saveFile} onClose={close} />}
      {doing === 'photo' && (
        <PhotoDialog
          of={{ childId: child.id, name: child.nickname || child.name, photo: child.photo }}
          onClose={close}
        />
      )}
      {doing === 'change' && <ChangeChild child={child} onClose={close} onDone={done('roster.changed')} />}
      {doing === 'place' && <PlaceDialog child={child} onClose={close} onDone={done('roster.placed')} />}
      {doing === 'leaving' && <LeavingDialog child={child} onClose={close} onDone={done('roster.left')} />}
      {doing === 'leave' && <LeaveDialog child={child} onClose={close} onDone={done('roster.leave_taken')} />}
    </Page>
  );
}

/** On the desktop the first two stand beside what is done daily; the rest, and on phones all, is behind one button. */
function Actions({ items }: { items: MenuItem[] }) {
  const { t } = useTranslation();
  const shown = usePhone() ? 0 : 2;
  return (
    <>
      {items.slice(0, shown).map(({ key, icon, label, onSelect }) => (
        <Button key={key} icon={icon} onClick={onSelect}>
          {label}
        </Button>
      ))}
      {items.length > shown && (
        <Menu
          className={styles.more}
          label={t('app.more')}
          trigger={<Icon name="more" />}
          items={items.slice(shown)}
          align="end"
        />
      )}
    </>
  );
}
