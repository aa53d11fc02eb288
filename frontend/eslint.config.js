import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import config from './svelte.config.js';

/** For every script of the repository; tests/e2e takes them from here. */
export const shared = ts.config(js.configs.recommended, ...ts.configs.recommended, {
  rules: {
    // TypeScript knows the browser's names; the rule does not.
    'no-undef': 'off',
    'no-console': 'error',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  },
});

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'src/lib/messages/keys.ts', 'src/lib/api/schema.d.ts', 'static/'] },
  ...shared,
  ...svelte.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Addresses are plain paths: the page is served from the root of its host.
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/no-at-html-tags': 'error',
      // Plain maps and dates are bookkeeping; what the screen shows is kept in runes.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
  // A test, or an example of the development page, that meets nothing where it expects something may fail by that.
  // Two forms that send what their own check has found to be there.
  {
    files: ['src/lib/components/consumer/FeedbackSheet.svelte', 'src/routes/complain/+page.svelte'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.test.ts', 'src/workbench/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig: config } },
  },
);
