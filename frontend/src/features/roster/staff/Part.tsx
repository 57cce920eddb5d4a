import type { ReactNode } from 'react';
import { Button } from '@/ui';
import styles from './staff.module.css';

interface PartProps {
  title: string;
  action?: false | { icon: 'edit' | 'plus'; label: string; run: () => void };
  children: ReactNode;
}

/** A part of the sheet of a member of staff, with the one thing that can be done to it. */
export const Part = ({ title, action, children }: PartProps) => (
  <section className={styles.part}>
    <header>
      <h3>{title}</h3>
      {action && (
        <Button
          kind="text"
          size="small"
          icon={action.icon}
          onClick={action.run}
          aria-label={`${title}：${action.label}`}
        >
          {action.label}
        </Button>
      )}
    </header>
    {children}
  </section>
);

/** Labels with values; what is empty is left out. */
export const Facts = ({ facts }: { facts: [string, string][] }) => (
  <dl className={styles.facts}>
    {facts
      .filter(([, value]) => value)
      .map(([label, value]) => (
        <Fact key={label} label={label} value={value} />
      ))}
  </dl>
);

const Fact = ({ label, value }: { label: string; value: string }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
);
