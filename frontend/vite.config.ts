import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [react()],
  // Relative, so that the same files work in the window and behind any server.
  base: './',
  resolve: { alias: { '@': here('./src') } },
  // The oldest webviews that the windows use: Windows 10's WebView2 and macOS 12.3.
  build: {
    target: ['chrome109', 'safari15.4'],
    cssTarget: ['chrome109', 'safari15.4'],
    chunkSizeWarningLimit: 1200,
  },
  server: {
    proxy: { '/api': 'http://127.0.0.1:8420' },
    // The faults' sentences live with the faults, in the backend.
    fs: { allow: [here('..')] },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    // Style sheets are read as text by tests; without this they come back empty.
    css: true,
  },
});
