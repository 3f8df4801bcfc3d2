import { defineConfig } from 'vitest/config';

// Time for the slowest machine; speed is the benchmark's.
const testTimeout = 180_000;
const hookTimeout = 180_000;

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout, hookTimeout } },
      { test: { name: 'content', include: ['tests/content/**/*.test.ts'], testTimeout, hookTimeout } },
      // Reads the site that `npm run build` made.
      { test: { name: 'site', include: ['tests/site/**/*.test.ts'], testTimeout, hookTimeout } },
    ],
  },
});
