import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { endSession } from '@/api/session';
import { lock, signOut } from '@/features/identity/identity.api';
import { OwnAccess } from '@/features/identity/OwnAccess';
import { leaveDemo } from '@/features/start/start.api';
import { Avatar, cx, Menu, type MenuItem, toast } from '@/ui';
import styles from './Frame.module.css';
import { setLanguage } from './i18n';
import { setTheme, type Theme, useTheme } from './theme';

const nextTheme: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

/** Who is signed in, and what concerns only that person. */
export function PersonMenu({ phone }: { phone?: boolean }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const theme = useTheme();
  const queries = useQueryClient();
  const sentence = useSentence();
  const [setting, setSetting] = useState<'pin' | 'password' | null>(null);
  const leave = async () => {
    try {
      await leaveDemo();
      endSession();
      queries.clear();
    } catch (error) {
      toast(sentence(error), 'bad');
    }
  };
  const demo: MenuItem[] = me.demo
    ? [{ key: 'leave', icon: 'out', label: t('app.demo_leave'), onSelect: () => void leave() }]
    : [];
  const items: MenuItem[] = [
    { key: 'pin', icon: 'edit', label: t('identity.set_pin'), onSelect: () => setSetting('pin') },
    { key: 'password', icon: 'lock', label: t('identity.set_password'), onSelect: () => setSetting('password') },
    {
      key: 'language',
      icon: 'info',
      label: t('app.language'),
      onSelect: () => void setLanguage(i18n.language === 'zh' ? 'en' : 'zh'),
    },
    {
      key: 'theme',
      icon: theme === 'dark' ? 'moon' : 'sun',
      label: t(`app.theme_${theme}`),
      onSelect: () => setTheme(nextTheme[theme]),
    },
    ...demo,
    { key: 'lock', icon: 'lock', label: t('app.lock'), onSelect: lock },
    { key: 'out', icon: 'out', label: t('app.sign_out'), onSelect: signOut },
  ];
  const roles = me.roles
    .map((role) =>
      role === 'director' && me.deputyUntil
        ? t('app.deputy_until', { day: me.deputyUntil.slice(5) })
        : t(`identity.role_${role}`),
    )
    .join(' · ');
  return (
    <>
      <Menu
        up
        align={phone ? 'end' : 'start'}
        className={cx(phone ? styles.barItem : styles.person)}
        items={items}
        trigger={
          <>
            <Avatar seed={me.id} size={phone ? 'small' : 'normal'} />
            <span className={styles.who}>
              <span>{me.name}</span>
              {!phone && <small>{roles}</small>}
            </span>
          </>
        }
      />
      {setting && <OwnAccess kind={setting} onClose={() => setSetting(null)} />}
    </>
  );
}
