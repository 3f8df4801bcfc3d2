import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './scripts/browser.ts';

const port = 4329;

export default defineConfig({
  testDir: 'tests/browser',
  fullyParallel: true,
  workers: 2,
  // On a busy machine a browser may miss its time; a fault of ours is there the second time too. Told as flaky.
  retries: 1,
  reporter: [['line'], ['json', { outputFile: '.cache/reports/browser.json' }]],
  outputDir: 'test-results',
  // One set of pictures for all machines: the font they are drawn with comes with the test.
  snapshotPathTemplate: 'tests/browser/visual/{arg}{ext}',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: { ...(findChromium() && { executablePath: findChromium() as string }), args: chromiumArgs },
  },
  webServer: {
    command: `node tests/browser/server.ts ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
