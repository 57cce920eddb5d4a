import styles from './Avatar.module.css';
import { cx } from './cx';

export interface AvatarProps {
  /** Object URL of the photo; without one a quiet symbol stands there. */
  photo?: string;
  /** Keeps the symbol's colour the same for the same person. */
  seed: string;
  size?: 'small' | 'normal' | 'large';
}

const tintOf = (seed: string): number => {
  let sum = 0;
  for (const letter of seed) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % 4;
};

/** A face, or two leaves of a sprout; the name beside it says who, so it is hidden from screen readers. */
export function Avatar({ photo, seed, size = 'normal' }: AvatarProps) {
  if (photo) return <img className={cx(styles.avatar, styles[size])} src={photo} alt="" />;
  return (
    <span className={cx(styles.avatar, styles[size], styles[`tint${tintOf(seed)}`])} aria-hidden="true">
      <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path d="M10 15.5V10C10 7 8 5.3 4.6 5.3 4.6 8.5 6.6 10.2 10 10c.2-2.9 2-4.4 5.4-4.4 0 3.1-1.9 4.7-5.4 4.4z" />
      </svg>
    </span>
  );
}
