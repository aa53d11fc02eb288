import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { chunks } from './scripts/chunks.ts';
import { notices, noticesOfWorkers } from './scripts/notices.ts';
import { texts } from './scripts/texts.ts';

// Wherever and whenever the tests run: here, and on a day of their own (vitest.day.ts).
if (process.env['VITEST']) process.env['TZ'] = 'America/Sao_Paulo';

const server = process.env['ACORDO_DEV_SERVER'] ?? 'http://localhost:8080';
// The server takes forms and sockets from its own pages only; here it is told that these are.
const behind = { target: server, ws: true, changeOrigin: false, headers: { origin: server } };

export default defineConfig({
  plugins: [sveltekit(), chunks(), notices(), texts()],
  // The texts are shared with the mails and the paper, so they live beside the Rust sources.
  server: {
    fs: { allow: ['..'] },
    allowedHosts: ['.localhost'],
    proxy: { '/api': behind, '/.well-known': behind, '/dev': behind, '/source': behind, '/licences.txt': behind },
  },
  worker: { format: 'es', plugins: () => [noticesOfWorkers()] },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  resolve: process.env['VITEST'] ? { conditions: ['browser'] } : {},
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    restoreMocks: true,
    setupFiles: ['./vitest.day.ts'],
    // A busy machine transforms the first import slowly; nothing here waits for a clock.
    testTimeout: 30_000,
  },
});
