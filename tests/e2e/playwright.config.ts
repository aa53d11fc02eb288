import { defineConfig } from '@playwright/test';

// `tests/run days` gives every program another date by preloading a library under which Chromium does not run. Each
// page gets its clock from the test anyway (support/person.ts).
const { LD_PRELOAD: _, ...environment } = process.env;

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  // A story is long: three people, a mediator and a signature. Nothing in it sleeps.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  workers: 1,
  forbidOnly: true,
  retries: 0,
  reporter: [['list', { printSteps: true }]],
  use: {
    browserName: 'chromium',
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    // A click that cannot be made fails on its own line, not when the whole story's time is up.
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    screenshot: 'only-on-failure',
    trace: process.env.ACORDO_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      env: environment as Record<string, string>,
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
