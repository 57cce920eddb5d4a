import styles from './Loading.module.css';

/** Says that something is on its way; appears only when it takes a moment. */
export const Loading = ({ label }: { label: string }) => (
  <div className={styles.loading} role="status">
    <span className={styles.dots} aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
    <span>{label}</span>
  </div>
);
