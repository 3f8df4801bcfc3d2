import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './scripts/browser.ts';

const site = process.env['TEST_SITE'];

export default defineConfig({
  testMatch: '*.spec.ts',
  projects: [
    { name: 'browser', testDir: 'tests/browser' },
    // What `npm run test:all` adds.
    { name: 'sweep', testDir: 'tests/sweep' },
  ],
  fullyParallel: true,
  workers: 2,
  // These tests say what a reader meets, not how fast: the times are for the slowest machine, and speed is the
  // benchmark's. A fault of ours is there the second time too; what passes then is told as flaky.
  timeout: 400_000,
  expect: { timeout: 40_000 },
  retries: 1,
  reporter: [
    ['line'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? '.cache/reports/playwright.json' }],
  ],
  outputDir: 'test-results',
  // One set of pictures for all machines: the font they are drawn with comes with the test.
  snapshotPathTemplate: 'tests/browser/visual/{arg}{ext}',
  use: {
    navigationTimeout: 90_000,
    actionTimeout: 40_000,
    // Storing the whole site for each test would be most of the work; tests/browser/offline.spec.ts allows it.
    serviceWorkers: 'block',
    ...(site !== undefined && { baseURL: site }),
    launchOptions: { ...(findChromium() && { executablePath: findChromium() as string }), args: chromiumArgs },
  },
});
