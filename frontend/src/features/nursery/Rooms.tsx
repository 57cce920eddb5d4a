import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Card, Empty, Loading, Notice, Table, Tag } from '@/ui';
import { areaText } from './area';
import { type Catalogue, type Room, type Site, useRooms } from './nursery.api';
import styles from './Papers.module.css';
import { RoomDialog } from './RoomDialog';
import { SiteDialog } from './SiteDialog';
import { Source } from './Source';

interface Props {
  catalogue: Catalogue;
  /** The registered address, for rooms without a site. */
  address: string;
  readOnly: boolean;
}

/** The addresses of the nursery and the rooms at each. */
export function Rooms({ catalogue, address, readOnly }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const rooms = useRooms();
  const [room, setRoom] = useState<Partial<Room> | null>(null);
  const [site, setSite] = useState<Partial<Site> | null>(null);
  if (rooms.isPending) return <Loading label={t('app.loading')} />;
  if (rooms.isError) {
    return (
      <Notice tone="bad" alert action={<Button onClick={() => void rooms.refetch()}>{t('app.retry')}</Button>}>
        {sentence(rooms.error)}
      </Notice>
    );
  }
  const { sites, rooms: all } = rooms.data;
  const places: Site[] = [
    { id: '', name: t('nursery.site_main'), address, note: '', closedOn: '', revision: 0 },
    ...sites,
  ];
  return (
    <>
      {places.map((place) => (
        <Card
          key={place.id}
          title={place.name}
          note={place.address || t('nursery.not_recorded')}
          flush
          actions={
            !readOnly && (
              <>
                {place.id && (
                  <Button kind="text" icon="edit" onClick={() => setSite(place)}>
                    {t('nursery.site_change')}
                  </Button>
                )}
                {!place.closedOn && (
                  <Button icon="plus" onClick={() => setRoom({ siteId: place.id })}>
                    {t('nursery.room_add')}
                  </Button>
                )}
              </>
            )
          }
        >
          <RoomTable
            label={place.name}
            rows={all.filter(({ siteId }) => siteId === place.id)}
            onOpen={readOnly ? undefined : setRoom}
          />
        </Card>
      ))}
      {!readOnly && (
        <div>
          <Button icon="plus" onClick={() => setSite({})}>
            {t('nursery.site_add')}
          </Button>
        </div>
      )}
      <Source basis={catalogue.rooms} />
      {room && <RoomDialog start={room} sites={places} onClose={() => setRoom(null)} />}
      {site && <SiteDialog start={site} onClose={() => setSite(null)} />}
    </>
  );
}

function RoomTable({ label, rows, onOpen }: { label: string; rows: Room[]; onOpen?: (room: Room) => void }) {
  const { t } = useTranslation();
  const figure = (value: number | null) => (value === null ? '—' : String(value));
  return (
    <Table
      label={label}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={onOpen}
      empty={
        <Empty icon="room" title={t('nursery.rooms_none')}>
          {t('nursery.rooms_none_what')}
        </Empty>
      }
      columns={[
        {
          key: 'name',
          title: t('nursery.room'),
          cell: (row) => (
            <span className={styles.paper}>
              <strong>
                {row.name} {row.closedOn && <Tag>{t('nursery.closed')}</Tag>}
              </strong>
              <small>{row.floor}</small>
            </span>
          ),
        },
        { key: 'kind', title: t('nursery.room_kind'), cell: (row) => t(`nursery.room_${row.kind}`) },
        {
          key: 'area',
          title: t('nursery.room_area'),
          align: 'end',
          cell: (row) => (row.areaDm2 === null ? '—' : areaText(row.areaDm2)),
        },
        { key: 'places', title: t('nursery.room_places'), align: 'end', wide: true, cell: (row) => figure(row.places) },
        { key: 'beds', title: t('nursery.room_beds'), align: 'end', wide: true, cell: (row) => figure(row.beds) },
      ]}
    />
  );
}
