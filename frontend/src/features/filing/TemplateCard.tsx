import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Card, Notice, Select } from '@/ui';
import styles from './Filing.module.css';
import { type Template, useTemplate } from './filing.api';
import { TemplateFields } from './TemplateFields';

interface Props {
  /** The templates of the chosen form, newest first. */
  templates: Template[];
  chosen: string;
  onChoose: (id: string) => void;
  onAdd: (file: File) => void;
  adding: boolean;
  onFill: () => void;
  filling: boolean;
  /** Already filled: filling again is no longer the first thing to do. */
  filled: boolean;
  /** Gaps for which the return would be sent back. */
  bad: number;
}

const unknownShown = 6;

/** The district's own workbook, what the program knows of it, and the one thing to do: fill and freeze. */
export function TemplateCard(props: Props) {
  const { templates, chosen, onChoose, onAdd, adding, onFill, filling, filled, bad } = props;
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const choose = () => input.current?.click();
  const none = templates.length === 0;
  return (
    <Card title={t('filing.template')} className={styles.noPrint}>
      <div className={styles.template}>
        <input
          ref={input}
          type="file"
          className="sr-only"
          tabIndex={-1}
          aria-label={t('filing.add_template')}
          accept=".xlsx,.xlsm"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onAdd(file);
            event.target.value = '';
          }}
        />
        {none ? (
          <>
            <p className={styles.quiet}>{t('filing.template_what')}</p>
            <Button kind="primary" size="large" icon="import" busy={adding} onClick={choose}>
              {t(adding ? 'filing.adding' : 'filing.add_template')}
            </Button>
          </>
        ) : (
          <>
            <Select
              aria-label={t('filing.template')}
              value={chosen}
              options={templates.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={onChoose}
            />
            <Recognised id={chosen} />
            {bad > 0 && <Notice tone="bad">{t('filing.bad_gaps', { count: bad })}</Notice>}
            <Button kind={filled ? 'plain' : 'primary'} size="large" wide busy={filling} onClick={onFill}>
              {t(filling ? 'filing.filling' : filled ? 'filing.fill_again' : 'filing.fill')}
            </Button>
            <p className={styles.quiet}>{t('filing.fill_what')}</p>
            <Button kind="text" size="small" icon="plus" busy={adding} onClick={choose} className={styles.other}>
              {t(adding ? 'filing.adding' : 'filing.add_other')}
            </Button>
          </>
        )}
      </div>
    </Card>
  );
}

/** How much of a template the program knows, and what it will leave empty. */
function Recognised({ id }: { id: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const template = useTemplate(id);
  if (!template.data) return null;
  const unknown = template.data.fields.filter(({ field }) => !field);
  const names = unknown.slice(0, unknownShown).map(({ label }) => label.replace(/\s+/g, ''));
  return (
    <div className={styles.recognised}>
      <p>
        {t('filing.known', { count: template.data.fields.length - unknown.length })}
        <Button kind="text" size="small" onClick={() => setOpen(true)}>
          {t('filing.see_fields')}
        </Button>
      </p>
      {unknown.length > 0 && (
        <p className={styles.quiet}>
          {t(unknown.length > unknownShown ? 'filing.unknown_more' : 'filing.unknown', {
            count: unknown.length,
            labels: names.join(t('filing.comma')),
          })}
        </p>
      )}
      {open && <TemplateFields template={template.data} onClose={() => setOpen(false)} />}
    </div>
  );
}
