import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { cx } from './cx';
import styles from './Tabs.module.css';
import { useChosenInView } from './useChosenInView';

export interface Tab {
  key: string;
  label: ReactNode;
  /** A second, smaller line. */
  note?: ReactNode;
}

export interface TabsProps {
  label: string;
  tabs: Tab[];
  value: string;
  onChange: (key: string) => void;
  /** 'line' under page titles, 'card' for large targets on phones. */
  look?: 'line' | 'card';
  /** What the chosen tab shows. */
  children?: ReactNode;
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs after the ARIA pattern: one stop for Tab, arrows move and choose. */
export function Tabs({ label, tabs, value, onChange, look = 'line', children }: TabsProps) {
  const id = useId();
  const strip = useRef<HTMLDivElement>(null);
  useChosenInView(strip, value);
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.key === value);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <>
      <div ref={strip} className={cx(styles.tabs, styles[look])} role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            id={`${id}-${tab.key}`}
            type="button"
            role="tab"
            className={styles.tab}
            aria-selected={tab.key === value}
            aria-controls={children ? `${id}-panel` : undefined}
            tabIndex={tab.key === value ? 0 : -1}
            onClick={() => onChange(tab.key)}
          >
            <span className={styles.label}>{tab.label}</span>
            {tab.note && <span className={styles.note}>{tab.note}</span>}
          </button>
        ))}
      </div>
      {children && (
        <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${value}`}>
          {children}
        </div>
      )}
    </>
  );
}
