import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/me';
import { cx, Icon, Loading, Menu, Tag } from '@/ui';
import styles from './Frame.module.css';
import { type NavItem, navOf } from './nav';
import { PersonMenu } from './PersonMenu';

const onPhone = 4;

/** Rail on the desktop, bar at the foot on phones, the page beside or above it. */
export function Frame() {
  const { t } = useTranslation();
  const me = useMe();
  const nav = navOf(me);
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={skip}>
        {t('app.skip')}
      </button>
      <aside className={styles.rail}>
        <div className={styles.brand}>
          <img src="./icon.svg" alt="" width={28} height={28} />
          <strong title={me.nurseryName}>{me.nurseryName || t('app.name')}</strong>
          {me.demo && !me.nurseryName.includes(t('app.demo')) && <Tag tone="warn">{t('app.demo')}</Tag>}
        </div>
        <nav className={styles.items} aria-label={t('app.navigation')}>
          {nav.map((item, at) => (
            <RailItem key={item.to} item={item} first={item.group === 'office' && nav[at - 1]?.group === 'day'} />
          ))}
        </nav>
        <PersonMenu />
      </aside>
      <main id="page" className={styles.page} tabIndex={-1}>
        <Suspense fallback={<Loading label={t('app.loading')} />}>
          <Outlet />
        </Suspense>
      </main>
      <PhoneBar nav={nav} />
    </div>
  );
}

// A link to '#page' would go through the router.
const skip = () => document.getElementById('page')?.focus();

function RailItem({ item, first }: { item: NavItem; first: boolean }) {
  const { t } = useTranslation();
  return (
    <Link to={item.to} className={cx(styles.item, first && styles.office)} activeProps={{ 'aria-current': 'page' }}>
      <Icon name={item.icon} />
      <span>{t(item.label)}</span>
    </Link>
  );
}

function PhoneBar({ nav }: { nav: NavItem[] }) {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const rest = nav.slice(onPhone);
  return (
    <nav className={styles.bar} aria-label={t('app.navigation')}>
      {nav.slice(0, onPhone).map((item) => (
        <Link key={item.to} to={item.to} className={styles.barItem} activeProps={{ 'aria-current': 'page' }}>
          <Icon name={item.icon} size={22} />
          <span>{t(item.label)}</span>
        </Link>
      ))}
      {rest.length > 0 && (
        <Menu
          up
          align="end"
          className={cx(styles.barItem, styles.more)}
          trigger={
            <>
              <Icon name="more" size={22} />
              <span>{t('app.more')}</span>
            </>
          }
          items={rest.map((item) => ({
            key: item.to,
            label: t(item.label),
            icon: item.icon,
            current: path.startsWith(item.to),
            onSelect: () => {
              window.location.hash = `#${item.to}`;
            },
          }))}
        />
      )}
      <PersonMenu phone />
    </nav>
  );
}
