import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, cx } from '@/ui';
import { layOut, namesOf } from './draft';
import styles from './Filing.module.css';
import type { Draft, Figure } from './filing.api';
import { People } from './People';

interface Props {
  draft: Draft;
  /** Opens a child's page. */
  onChild: (id: string) => void;
}

/** The numbers of a draft; each opens to the names behind it. */
export function Figures({ draft, onChild }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Figure | null>(null);
  const { tables, single } = layOut(draft.figures);
  const kept = single.filter(({ value }) => value !== null);
  const unkept = single.filter(({ value }) => value === null);
  return (
    <Card
      title={t('filing.figures')}
      note={
        <>
          {t('filing.reckoned', { day: draft.reckoningDay })}
          <span className={styles.noPrint}> · {t('filing.figures_note')}</span>
        </>
      }
    >
      <div className={styles.figures}>
        <Singles figures={kept} onOpen={setOpened} />
        {tables.map((table) => (
          <div key={table.columns.join()} className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <td />
                  {table.columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row) => (
                  <tr key={row.name}>
                    <th scope="row">{row.name}</th>
                    {row.cells.map((figure, at) => (
                      <td key={table.columns[at]}>{figure && <Value figure={figure} onOpen={setOpened} />}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
        <Singles figures={unkept} onOpen={setOpened} />
      </div>
      <div className={styles.notes}>
        <h3>{t('filing.how')}</h3>
        <ul>
          {draft.notes.map((code) => (
            <li key={code}>{t(code, { day: draft.reckoningDay })}</li>
          ))}
        </ul>
      </div>
      {opened && (
        <People
          figure={opened}
          day={draft.reckoningDay}
          {...namesOf(opened, draft.people)}
          onChild={onChild}
          onClose={() => setOpened(null)}
        />
      )}
    </Card>
  );
}

function Singles({ figures, onOpen }: { figures: Figure[]; onOpen: (figure: Figure) => void }) {
  if (figures.length === 0) return null;
  return (
    <dl className={styles.single}>
      {figures.map((figure) => (
        <div key={figure.key}>
          <dt>{figure.label}</dt>
          <dd>
            <Value figure={figure} onOpen={onOpen} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A number; what nobody recorded says so and is never 0. */
function Value({ figure, onOpen }: { figure: Figure; onOpen: (figure: Figure) => void }) {
  const { t } = useTranslation();
  if (figure.value === null) return <span className={styles.unrecorded}>{t('filing.unrecorded')}</span>;
  if (figure.people.length === 0)
    return <span className={cx(styles.value, figure.value === 0 && styles.zero)}>{figure.value}</span>;
  return (
    <button
      type="button"
      className={cx(styles.value, styles.opens)}
      aria-label={t('filing.open_names', { label: figure.label, count: figure.value })}
      onClick={() => onOpen(figure)}
    >
      {figure.value}
    </button>
  );
}
