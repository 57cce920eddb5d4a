import { useTranslation } from 'react-i18next';
import { Button, Card, cx, Empty } from '@/ui';
import { type GapGroup, groupGaps, openGaps } from './draft';
import styles from './Filing.module.css';
import type { Finding } from './filing.api';

interface Props {
  gaps: Finding[];
  /** Goes to where a gap is closed; absent for those who cannot close it. */
  onOpen?: (link: string) => void;
}

/** What the return would leave empty, before anything is filled. */
export function Gaps({ gaps, onOpen }: Props) {
  const { t } = useTranslation();
  const groups = groupGaps(gaps);
  const open = openGaps(gaps).length;
  const byHand = gaps.length - open;
  return (
    <Card
      title={
        open > 0
          ? t('filing.gaps', { count: open })
          : byHand > 0
            ? t('filing.gaps_by_hand', { count: byHand })
            : t('filing.gaps_none')
      }
      note={t('filing.gaps_note')}
      className={styles.noPrint}
    >
      {groups.length === 0 ? (
        <Empty icon="check" title={t('filing.complete')} />
      ) : (
        <ul className={styles.gaps}>
          {groups.map((group) => (
            <Gap key={`${group.code} ${group.label}`} group={group} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What tells the findings of a group apart: the child's name, else the missing thing. */
const itemOf = ({ args, childId }: Finding) => String((childId ? args.name : args.label) ?? '');

function Gap({ group, onOpen }: { group: GapGroup; onOpen?: (link: string) => void }) {
  const { t } = useTranslation();
  const { code, severity, findings } = group;
  const first = findings[0] as Finding;
  const many = findings.length > 1;
  const oneLink = findings.every(({ link }) => link === first.link);
  const items = findings.map(itemOf).join(t('filing.comma'));
  return (
    <li className={styles.gap}>
      <span className={cx(styles.dot, styles[severity])} aria-hidden="true" />
      <div className={styles.words}>
        <strong>
          <span className="sr-only">{t(`filing.severity_${severity}`)}</span>
          {many ? t(`${code}_many`, { ...first.args, count: findings.length, items }) : t(code, first.args)}
        </strong>
        <small>{t(`${code}_why`)}</small>
        {many && !oneLink && (
          <div className={styles.chips}>
            {findings.map((finding) =>
              onOpen ? (
                <Button key={finding.link} size="small" onClick={() => onOpen(finding.link)}>
                  {itemOf(finding)}
                </Button>
              ) : (
                <span key={finding.link}>{itemOf(finding)}</span>
              ),
            )}
          </div>
        )}
      </div>
      {oneLink && first.link && onOpen && (
        <Button kind="text" onClick={() => onOpen(first.link)}>
          {t(`filing.verb_${first.verb}`)}
        </Button>
      )}
    </li>
  );
}
