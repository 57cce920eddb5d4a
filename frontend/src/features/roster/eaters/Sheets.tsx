import { useTranslation } from 'react-i18next';
import { EaterLine } from './EaterLine';
import type { Eater, Room } from './eaters.api';
import styles from './eaters.module.css';

interface Props {
  rooms: Room[];
  /** In words. */
  day: string;
  nursery: string;
}

/** One sheet for the kitchen: every class in one table. */
export function KitchenSheet({ rooms, day, nursery }: Props) {
  const { t } = useTranslation();
  const unasked = rooms.filter((room) => room.unasked > 0);
  return (
    <article className={styles.sheet}>
      <Head title={t('eaters.for_kitchen')} day={day} nursery={nursery} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('roster.class')}</th>
            <th scope="col">{t('eaters.child')}</th>
            <th scope="col">{t('eaters.never')}</th>
            <th scope="col">{t('eaters.diet')}</th>
            <th scope="col">{t('eaters.reaction')}</th>
          </tr>
        </thead>
        <tbody>
          {rooms.flatMap((room) =>
            room.eaters.map((eater) => (
              <tr key={eater.id} className={eater.severe ? styles.heavy : undefined}>
                <td>{room.name}</td>
                <td>{[eater.nickname, eater.name].filter(Boolean).join(' ')}</td>
                <td>{eater.allergies}</td>
                <td>{eater.diet}</td>
                <td>
                  <Reaction eater={eater} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {unasked.length > 0 && (
        <p>
          {t('eaters.unasked_in', {
            where: unasked.map(({ name, unasked: count }) => t('eaters.in_class', { name, count })).join('、'),
          })}
        </p>
      )}
    </article>
  );
}

function Reaction({ eater: { severe, steps } }: { eater: Eater }) {
  const { t } = useTranslation();
  if (!steps) return severe ? t('eaters.no_card') : null;
  return t('eaters.if_then', { signs: steps.signs || t('card.not_written'), act: steps.do || t('card.not_written') });
}

/** A sheet for each room, to hang where the children eat. */
export function RoomSheets({ rooms, day, nursery }: Props) {
  const { t } = useTranslation();
  return rooms.map(({ id, name, unasked, eaters }) => (
    <article key={id} className={styles.sheet}>
      <Head title={name} day={day} nursery={nursery} />
      {eaters.length === 0 && <p>{t('eaters.none')}</p>}
      <ul className={styles.list}>
        {eaters.map((eater) => (
          <EaterLine key={eater.id} eater={eater} />
        ))}
      </ul>
      {unasked > 0 && <p>{t('eaters.unasked', { count: unasked })}</p>}
    </article>
  ));
}

function Head({ title, day, nursery }: { title: string; day: string; nursery: string }) {
  const { t } = useTranslation();
  return (
    <header className={styles.head}>
      <h2>{t('eaters.title_of', { where: title })}</h2>
      <p>{t('eaters.reckoned_by', { nursery, day })}</p>
    </header>
  );
}
