import { useEffect, useSyncExternalStore } from 'react';
import { cx } from './cx';
import { Icon } from './Icon';
import styles from './Toast.module.css';

export interface ToastMessage {
  id: number;
  text: string;
  tone: 'plain' | 'ok' | 'bad';
  action?: { label: string; run: () => void };
}

let messages: ToastMessage[] = [];
let last = 0;
const listeners = new Set<() => void>();

const set = (next: ToastMessage[]) => {
  messages = next;
  for (const listener of listeners) listener();
};

const dismiss = (id: number) => set(messages.filter((message) => message.id !== id));

/** Says one sentence at the foot of the page; the same sentence is not stacked. */
export function toast(text: string, tone: ToastMessage['tone'] = 'plain', action?: ToastMessage['action']): void {
  last += 1;
  set([...messages.filter((message) => message.text !== text).slice(-2), { id: last, text, tone, action }]);
}

/** How long a message stays: long enough to read it twice. */
const stayMs = (message: ToastMessage) => 3500 + message.text.length * 90 + (message.action ? 3000 : 0);

function Message({ message }: { message: ToastMessage }) {
  useEffect(() => {
    const timer = setTimeout(() => dismiss(message.id), stayMs(message));
    return () => clearTimeout(timer);
  }, [message]);
  const { action } = message;
  return (
    <div className={cx(styles.toast, styles[message.tone])} role={message.tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={message.tone === 'bad' ? 'warn' : message.tone === 'ok' ? 'check' : 'info'} />
      <span className={styles.text}>{message.text}</span>
      {action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            dismiss(message.id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}

/** The place where messages appear; once, in the app's frame. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => messages,
  );
  return (
    <div className={styles.place} aria-live="polite">
      {shown.map((message) => (
        <Message key={message.id} message={message} />
      ))}
    </div>
  );
}
