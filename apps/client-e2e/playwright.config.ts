import { defineConfig } from '@playwright/test';
import chromium from '@sparticuz/chromium';

chromium.setGraphicsMode = false;

/** Made for functions in a cloud, the package also asks for one process and no web security: a browser as people have it does without. */
const notLikePeople =
  /^--(single-process|no-zygote|in-process-gpu|disable-web-security|allow-running-insecure-content|headless|(en|dis)able-features)/;

export default defineConfig({
  testDir: './src',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/client-e2e',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // Limits for what hangs, not for what is slow: the stories run beside the other suites.
  timeout: 240_000,
  globalTimeout: 45 * 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ...(process.env.LOTSE_REPORT ? [['json', { outputFile: process.env.LOTSE_REPORT }] as const] : [])],
  use: {
    baseURL: process.env.LOTSE_URL,
    browserName: 'chromium',
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 30_000,
    navigationTimeout: 40_000,
    screenshot: 'only-on-failure',
    // Keeping a trace takes as long as the stories themselves: ask for it where one has failed.
    trace: process.env.LOTSE_TRACE ? 'on' : 'off',
    launchOptions: {
      executablePath: await chromium.executablePath(),
      args: chromium.args.filter((argument) => !notLikePeople.test(argument)),
    },
  },
});
