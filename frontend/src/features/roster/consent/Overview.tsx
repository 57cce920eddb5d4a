import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Card, type Column, Empty, Loading, Notice, Segmented, Table } from '@/ui';
import { Names } from '../children/Names';
import { useClasses } from '../roster.api';
import { type OverviewChild, useKinds, useOverview } from './consent.api';
import { State } from './State';

interface Props {
  onOpen: (child: OverviewChild) => void;
}

/** Today's children with what holds of each kind; at first those where something is to be done. */
export function Overview({ onOpen }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const kinds = useKinds();
  const overview = useOverview();
  const classes = useClasses().data ?? [];
  const [shown, setShown] = useState('lacking');
  if (overview.isPending || kinds.isPending) return <Loading label={t('app.loading')} />;
  const failed = overview.error ?? kinds.error;
  if (failed || !overview.data || !kinds.data) {
    return (
      <Notice tone="bad" alert action={<Button onClick={() => void overview.refetch()}>{t('app.retry')}</Button>}>
        {sentence(failed)}
      </Notice>
    );
  }
  const lacking = overview.data.filter((child) => child.kinds.some(({ lacks }) => lacks !== ''));
  const className = (child: OverviewChild) => classes.find(({ id }) => id === child.classId)?.name;
  const nameOf = (kindId: string) => kinds.data.find(({ id }) => id === kindId)?.name;
  const lacks = (child: OverviewChild) =>
    child.kinds
      .filter((line) => line.lacks !== '')
      .map((line) => `${nameOf(line.kindId)}${t(`consent.lacks_${line.lacks}`)}`);
  const columns: Column<OverviewChild>[] = [
    {
      key: 'who',
      title: t('roster.child'),
      cell: (child) => <Names child={child} under={[className(child), ...lacks(child)].join(' · ')} />,
    },
    {
      key: 'class',
      title: t('roster.class'),
      wide: true,
      cell: className,
    },
    ...kinds.data.map((kind) => ({
      key: kind.id,
      title: kind.name,
      wide: true,
      cell: (child: OverviewChild) => {
        const line = child.kinds.find(({ kindId }) => kindId === kind.id);
        return line && <State state={line.state} lacks={line.lacks} />;
      },
    })),
  ];
  return (
    <>
      <Segmented
        label={t('consent.which')}
        value={shown}
        onChange={setShown}
        choices={[
          { value: 'lacking', label: t('consent.lacking', { count: lacking.length }) },
          { value: 'all', label: t('consent.all', { count: overview.data.length }) },
        ]}
      />
      <Card flush>
        <Table
          label={t('consent.title')}
          rows={shown === 'lacking' ? lacking : overview.data}
          columns={columns}
          rowKey={({ id }) => id}
          onOpen={onOpen}
          empty={
            <Empty icon="check" title={t('consent.nothing_lacks')}>
              {t('consent.nothing_lacks_what')}
            </Empty>
          }
        />
      </Card>
    </>
  );
}
