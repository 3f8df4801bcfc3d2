import { defineConfig } from 'vitest/config';

// Time for the slowest machine; how fast it is, is the benchmark's matter.
const testTimeout = 180_000;
const hookTimeout = 180_000;
/** Files of a project share their modules: the site is read and parsed once, not once a file. */
const shared = { isolate: false, testTimeout, hookTimeout };

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { test: { ...shared, name: 'content', include: ['tests/content/**/*.test.ts', 'tests/city/*/*.test.ts'] } },
      // These read the site that `npm run build` made, and the one of tests/fixtures/portal.ts.
      { test: { ...shared, name: 'site', include: ['tests/site/**/*.test.ts', 'tests/city/*/site/*.test.ts'] } },
      // What `npm run test:all` adds.
      { test: { ...shared, name: 'sweep', include: ['tests/sweep/**/*.test.ts'] } },
    ],
  },
});
