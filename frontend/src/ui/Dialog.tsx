import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from './Button';
import { cx } from './cx';
import styles from './Dialog.module.css';

export interface DialogProps {
  title: ReactNode;
  /** A line under the title. */
  subtitle?: ReactNode;
  onClose: () => void;
  closeLabel: string;
  children: ReactNode;
  /** Buttons, the primary one last. */
  footer?: ReactNode;
  /** A sheet comes from the side (from below on phones) and leaves the page in view. */
  kind?: 'dialog' | 'sheet';
  wide?: boolean;
  /** There is only something to read: Tab reaches the text, arrows scroll it. */
  reading?: boolean;
  /** Makes the whole a form: Enter saves. */
  onSubmit?: () => void;
}

/** A modal on the platform's own dialog element: focus stays inside, Escape closes, focus goes back. */
export function Dialog(props: DialogProps) {
  const { title, subtitle, onClose, closeLabel, children, footer, kind = 'dialog', wide, reading, onSubmit } = props;
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    // Only what is mounted inside of an open dialog can take the focus, as autoFocus asks;
    // filled before, the dialog would give it to the first button, which closes.
    setOpen(true);
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  const inside = (
    <>
      <header className={styles.header}>
        <div className={styles.titles}>
          <h2 id={heading}>{title}</h2>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        <Button kind="text" icon="close" aria-label={closeLabel} onClick={onClose} />
      </header>
      <div className={styles.body} {...(reading && { tabIndex: 0, role: 'region', 'aria-labelledby': heading })}>
        {children}
      </div>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </>
  );
  return (
    <dialog
      ref={ref}
      className={cx(styles.dialog, kind === 'sheet' && styles.sheet, wide && styles.wide)}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        // React brings it up from a dialog inside of this one, which alone is to close.
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {!open ? null : onSubmit ? (
        <form
          className={styles.inside}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {inside}
        </form>
      ) : (
        <div className={styles.inside}>{inside}</div>
      )}
    </dialog>
  );
}

/** A dialog that slides in from the side, from below on phones. */
export const Sheet = (props: Omit<DialogProps, 'kind'>) => <Dialog {...props} kind="sheet" />;
