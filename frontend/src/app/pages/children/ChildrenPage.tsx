import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { ExportButton } from '@/features/lists/ExportButton';
import { AddChild } from '@/features/roster/children/AddChild';
import { ChildList } from '@/features/roster/children/ChildList';
import { useChildren, type Wanted } from '@/features/roster/children/children.api';
import { Filters } from '@/features/roster/children/Filters';
import { NoneFound } from '@/features/roster/children/NoneFound';
import { useOwnOnly } from '@/features/roster/roster.api';
import { Suspects } from '@/features/roster/same/Suspects';
import { Button, Empty, Loading, Notice, Page, toast } from '@/ui';
import { saveFile } from '../../shell';

const everyone: Wanted = { text: '', classId: '', state: 'enrolled' };

/** What a person was looking for is there again after a look at a child; it stands in no address. */
let last = { person: '', wanted: everyone };

const toImport = () => {
  window.location.hash = '#/import';
};

/** The roster: find a child, register one. */
export function ChildrenPage() {
  const { t } = useTranslation();
  const me = useMe();
  const sentence = useSentence();
  const navigate = useNavigate();
  const keeps = useRight('roster.write');
  const imports = useRight('roster.import');
  const narrow = useOwnOnly();
  const [wanted, setWanted] = useState(() => (last.person === me.id ? last.wanted : everyone));
  const [adding, setAdding] = useState(false);
  const want = useCallback(
    (next: Wanted) => {
      last = { person: me.id, wanted: next };
      setWanted(next);
    },
    [me.id],
  );
  const found = useChildren(wanted);
  const rows = found.data?.pages.flatMap((page) => page.children) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  const open = (id: string) => void navigate({ to: '/children/$id', params: { id } });
  const importing = imports && (
    <Button icon="import" onClick={toImport}>
      {t('roster.import')}
    </Button>
  );
  const actions = keeps && (
    <>
      {importing}
      <ExportButton list="children" name={t('app.nav_children')} saveFile={saveFile} />
      <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
        {t('roster.add_child')}
      </Button>
    </>
  );
  const unfiltered = wanted.text === '' && wanted.classId === '' && wanted.state === 'enrolled';
  // Somebody who is not found may have left, or be in another class.
  const wider = !narrow && wanted.text !== '' && (wanted.state !== 'all' || wanted.classId !== '');
  return (
    <Page
      title={t('app.nav_children')}
      meta={found.data && <span role="status">{t('roster.count', { count: total })}</span>}
      actions={actions}
    >
      <Filters wanted={wanted} onChange={want} narrow={narrow} />
      {found.isError && (
        <Notice tone="bad" alert action={<Button onClick={() => void found.refetch()}>{t('app.retry')}</Button>}>
          {sentence(found.error)}
        </Notice>
      )}
      {found.isPending && <Loading label={t('app.loading')} />}
      {found.data && rows.length > 0 && (
        <ChildList
          rows={rows}
          total={total}
          onOpen={({ id }) => open(id)}
          onMore={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
          busy={found.isFetchingNextPage}
        />
      )}
      {found.data && rows.length === 0 && unfiltered && (
        <Empty icon="people" title={t('roster.nobody')} action={importing}>
          {t(keeps ? 'roster.nobody_what' : 'roster.nobody_yours')}
        </Empty>
      )}
      {found.data && rows.length === 0 && !unfiltered && (
        <NoneFound
          wanted={wanted}
          wider={wider}
          onAll={() => want(wider ? { ...everyone, state: 'all', text: wanted.text } : everyone)}
        />
      )}
      {keeps && unfiltered && <Suspects onOpen={open} />}
      {adding && (
        <AddChild
          classId={wanted.classId}
          onClose={() => setAdding(false)}
          onAdded={({ id, name }) => {
            setAdding(false);
            toast(t('roster.added', { name }), 'ok', { label: t('roster.open_file'), run: () => open(id) });
          }}
        />
      )}
    </Page>
  );
}
