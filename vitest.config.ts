import { defineConfig } from 'vitest/config';

// Time for the slowest machine; how fast it is, is the benchmark's matter.
const testTimeout = 180_000;
const hookTimeout = 180_000;
/** Files of a project share their modules: the site is read and parsed once, not once a file. */
const shared = { isolate: false, testTimeout, hookTimeout };

/** Tests of the built site that say nothing of what Jilin's writers wrote. */
const ofAnyCity = ['html-valid', 'language', 'links', 'paper', 'structure', 'weight', 'whose-words'];
const ofSecondCity = 'tests/site/second-city.test.ts';

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { test: { ...shared, name: 'content', include: ['tests/content/**/*.test.ts', 'tests/city/*/*.test.ts'] } },
      // These read the site that `npm run build` made, and the one of tests/fixtures/portal.ts.
      {
        test: {
          ...shared,
          name: 'site',
          include: ['tests/site/**/*.test.ts', 'tests/city/*/site/*.test.ts'],
          exclude: [ofSecondCity],
        },
      },
      // What holds for the site of any city, on that of tests/fixtures/cities.ts.
      {
        test: {
          ...shared,
          name: 'second-city',
          include: [ofSecondCity, ...ofAnyCity.map((name) => `tests/site/${name}.test.ts`)],
          env: { OUT_DIR: '.cache/second-city', CITY_DIR: 'tests/fixtures/second-city' },
        },
      },
      // What `npm run test:all` adds.
      { test: { ...shared, name: 'sweep', include: ['tests/sweep/**/*.test.ts'] } },
    ],
  },
});
