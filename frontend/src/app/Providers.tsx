import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFault } from '@/api/fault';
import { DateWords, Toasts } from '@/ui';

const retriesMost = 2;

/** What a fault says does not change by asking again; a silence may. */
const newQueries = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (count, error) => count < retriesMost && isFault(error) && error.offline,
        // The feed says when something is old.
        staleTime: 30_000,
        // The server is this computer or the next room: 'offline' of the browser says nothing about it.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });

export function Providers({ children }: { children: ReactNode }) {
  const [queries] = useState(newQueries);
  return (
    <QueryClientProvider client={queries}>
      <DateWords value={useDateWords()}>{children}</DateWords>
      <Toasts />
    </QueryClientProvider>
  );
}

function useDateWords() {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      like: t('app.date_like'),
      open: t('app.date_open'),
      before: t('app.date_before'),
      after: t('app.date_after'),
      weekdays: t('app.date_weekdays').split(' '),
      month: (year: string, month: number) => t('app.date_month', { year, month }),
    }),
    [t],
  );
}
