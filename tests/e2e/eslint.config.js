// The page's rules; ESLint itself is installed there: `cd frontend && npm run lint`.
import { shared } from '../../frontend/eslint.config.js';

export default [
  { ignores: ['test-results/'] },
  ...shared,
  {
    rules: {
      // Answers of the server are read as they come, and a story prints its seed.
      '@typescript-eslint/no-explicit-any': 'off',
      'no-console': 'off',
    },
  },
];
