import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@/styles/tokens.css';
import '@/styles/base.css';
import { App } from '@/app/App';
import { startLanguage } from '@/app/i18n';
import { Providers } from '@/app/Providers';
import { startTheme } from '@/app/theme';

startTheme();
const root = document.getElementById('root');
if (root) {
  void startLanguage().then(() =>
    createRoot(root).render(
      <StrictMode>
        <Providers>
          <App />
        </Providers>
      </StrictMode>,
    ),
  );
}
