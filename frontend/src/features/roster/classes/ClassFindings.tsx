import { useTranslation } from 'react-i18next';
import { Card, Tag, type Tone } from '@/ui';
import type { ClassFinding } from './classes.api';
import styles from './classes.module.css';

const tones: Record<ClassFinding['severity'], Tone> = { bad: 'bad', warn: 'warn', info: 'plain' };

interface Props {
  findings: ClassFinding[];
  /** A heading of its own; none inside of another part. */
  title?: string;
}

/** What the rules find in the classes, worst first, each with where the rule is from. */
export function ClassFindings({ findings, title }: Props) {
  const list = <FindingList findings={findings} />;
  if (findings.length === 0) return null;
  return title ? <Card title={title}>{list}</Card> : list;
}

function FindingList({ findings }: { findings: ClassFinding[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <li key={`${finding.code}-${finding.classId}`}>
          <Tag tone={tones[finding.severity]}>{t(`classes.severity_${finding.severity}`)}</Tag>
          <span>
            <strong>{t(finding.code, finding.args)}</strong>
            <small>
              {[String(finding.args.class ?? ''), t(`${finding.code}_why`, finding.args)].filter(Boolean).join(' · ')}
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}
