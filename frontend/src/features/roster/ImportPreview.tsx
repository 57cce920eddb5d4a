import { useTranslation } from 'react-i18next';
import { cx } from '@/ui';
import styles from './Import.module.css';
import { ImportClasses } from './ImportClasses';
import { ImportColumns } from './ImportColumns';
import { ImportProblems } from './ImportProblems';
import { ImportRows } from './ImportRows';
import type { ClassWords, Override, Preview } from './import.api';

interface Props {
  preview: Preview;
  classes: ClassWords[];
  onClasses: (classes: ClassWords[]) => void;
  onColumn: (override: Override) => void;
}

/** What was found in a roster file: the outcome in figures, what to look at, new classes, the children, the columns. */
export function ImportPreview({ preview, classes, onClasses, onColumn }: Props) {
  return (
    <>
      <Outcome preview={preview} />
      <ImportProblems preview={preview} />
      <ImportClasses classes={classes} onClasses={onClasses} />
      <ImportRows preview={preview} />
      <ImportColumns preview={preview} onColumn={onColumn} />
    </>
  );
}

/** The file in four figures: nobody should have to count. */
function Outcome({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const { counts, problems } = preview;
  const notes = problems.filter((problem) => problem.severity !== 'error').length;
  const figures = [
    { key: 'new', value: counts.new },
    { key: 'same', value: counts.same },
    { key: 'problem', value: counts.problem, bad: counts.problem > 0 },
    { key: 'notes', value: notes },
  ];
  return (
    <dl className={styles.outcome}>
      {figures.map((figure) => (
        <div key={figure.key}>
          <dt>{t(`import.figure_${figure.key}`)}</dt>
          <dd className={cx(figure.bad && styles.bad)}>{figure.value}</dd>
        </div>
      ))}
    </dl>
  );
}
