import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './scripts/browser.ts';

const port = 4377;

export default defineConfig({
  testDir: 'tests/browser',
  fullyParallel: true,
  workers: 2,
  // These tests say what a reader meets, not how fast: the times are for the slowest machine, and speed is the
  // benchmark's. A fault of ours is there the second time too; what passes then is told as flaky.
  timeout: 400_000,
  expect: { timeout: 40_000 },
  retries: 1,
  reporter: [['line'], ['json', { outputFile: '.cache/reports/browser.json' }]],
  outputDir: 'test-results',
  // One set of pictures for all machines: the font they are drawn with comes with the test.
  snapshotPathTemplate: 'tests/browser/visual/{arg}{ext}',
  use: {
    navigationTimeout: 90_000,
    actionTimeout: 40_000,
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: { ...(findChromium() && { executablePath: findChromium() as string }), args: chromiumArgs },
  },
  webServer: {
    command: `node tests/browser/server.ts ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
