import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useDayWords } from '@/api/days';
import { Found } from '@/features/roster/gate/Found';
import type { AtGate } from '@/features/roster/gate/gate.api';
import { WhoCollects } from '@/features/roster/gate/WhoCollects';
import { Page, TextField } from '@/ui';
import styles from './GatePage.module.css';

/** A pause in typing, not every letter, asks the server. */
const pauseMs = 200;

/** At the gate: a child by its name or 小名, and who may take it home today. */
export function GatePage() {
  const { t } = useTranslation();
  const words = useDayWords();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [child, setChild] = useState<AtGate | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const again = () => {
    setChild(null);
    setTyped('');
    setText('');
  };
  return (
    <Page title={t('app.nav_gate')} meta={<span>{words(today())}</span>}>
      {child ? (
        <WhoCollects child={child} onBack={again} />
      ) : (
        <>
          <search className={styles.search}>
            <TextField
              autoFocus
              type="search"
              autoComplete="off"
              spellCheck={false}
              label={t('gate.search')}
              placeholder={t('gate.search_how')}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </search>
          <Found text={text} onChoose={setChild} />
        </>
      )}
    </Page>
  );
}
