import { ConfigProvider, theme as themes } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import tokens from '@/styles/tokens.json';

const media = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;

const isDark = (): boolean => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : (media?.matches ?? false);
};

const watchDark = (listener: () => void): (() => void) => {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  media?.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    media?.removeEventListener('change', listener);
  };
};

/** antd in our colours and language, for office pages only: import lazily, never from the board. */
export function Office({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const dark = useSyncExternalStore(watchDark, isDark);
  const key = dark ? '$dark' : '$value';
  const { color, font, radius } = tokens;
  return (
    <ConfigProvider
      locale={i18n.language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      theme={{
        algorithm: dark ? themes.darkAlgorithm : themes.defaultAlgorithm,
        token: {
          colorPrimary: color.primary[key],
          colorTextLightSolid: color.onPrimary[key],
          colorSuccess: color.ok[key],
          colorWarning: color.warn[key],
          colorError: color.bad[key],
          colorInfo: color.leave[key],
          colorLink: color.primary[key],
          colorText: color.ink[key],
          colorTextSecondary: color.ink2[key],
          colorTextTertiary: color.ink3[key],
          colorBorder: color.lineStrong[key],
          colorBorderSecondary: color.line[key],
          colorBgContainer: color.surface[key],
          colorBgElevated: color.raised[key],
          colorBgLayout: color.bg[key],
          borderRadius: radius.control,
          fontFamily: font.family,
          fontSize: font.size.body,
        },
      }}
    >
      {children}
    </ConfigProvider>
  );
}
