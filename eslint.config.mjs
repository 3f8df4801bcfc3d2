import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      'dist',
      '.astro',
      '.cache',
      '.desk',
      'node_modules',
      'test-results',
      '.staging-*',
      '.*-replaced',
      'bench/plain',
    ],
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Numbers in messages and addresses are meant as they print.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Environment variables and front matter are read by key on purpose.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  ...astro.configs['flat/recommended'],
);
