import { type PointerEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui';
import styles from './consent.module.css';

interface Props {
  drawn: boolean;
  /** Gives the picture of the strokes, null when there are none. */
  onDraw: (png: (() => Promise<ArrayBuffer>) | null) => void;
}

// Ink and paper are the same in the dark: the picture is printed later.
const ink = 'black';
const lineWidth = 2.4;

const pngOf = (canvas: HTMLCanvasElement) => (): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob.arrayBuffer()) : reject(new Error('no picture'))), 'image/png');
  });

/** Where a guardian signs with a finger, a pen or the mouse. */
export function SignaturePad({ drawn, onDraw }: Props) {
  const { t } = useTranslation();
  const ref = useRef<HTMLCanvasElement>(null);
  const last = useRef<{ x: number; y: number } | null>(null);
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    const scale = Math.min(2, window.devicePixelRatio || 1);
    canvas.width = canvas.clientWidth * scale;
    canvas.height = canvas.clientHeight * scale;
    canvas.getContext('2d')?.scale(scale, scale);
  }, []);
  const at = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = at(event);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    const context = ref.current?.getContext('2d');
    if (!last.current || !context) return;
    const now = at(event);
    context.strokeStyle = ink;
    context.lineWidth = lineWidth;
    context.lineCap = 'round';
    context.beginPath();
    context.moveTo(last.current.x, last.current.y);
    context.lineTo(now.x, now.y);
    context.stroke();
    last.current = now;
    if (!drawn) onDraw(pngOf(event.currentTarget));
  };
  const end = () => {
    last.current = null;
  };
  const clear = () => {
    const canvas = ref.current;
    canvas?.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
    onDraw(null);
  };
  return (
    <div>
      <canvas
        ref={ref}
        className={styles.pad}
        role="img"
        aria-label={t('consent.pad')}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <div className={styles.under}>
        <span>{t('consent.pad_what')}</span>
        <Button kind="text" size="small" icon="undo" onClick={clear}>
          {t('consent.pad_clear')}
        </Button>
      </div>
    </div>
  );
}
