import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { isFault } from '@/api/fault';
import { Toasts } from '@/ui';

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
      {children}
      <Toasts />
    </QueryClientProvider>
  );
}
