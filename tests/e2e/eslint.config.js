// The page's rules; ESLint itself is installed there: `cd frontend && npm run lint`.
import { shared } from '../../frontend/eslint.config.js';

export default [
  { ignores: ['test-results/'] },
  ...shared,
  {
    rules: {
      // What the server answers is read as it comes, and a story says with which seed it runs.
      '@typescript-eslint/no-explicit-any': 'off',
      'no-console': 'off',
    },
  },
];
