/** What `make lint` asks of the scripts: nothing undefined, unused or shadowed; lines of 100. */
import { createRequire } from 'node:module';

const require = createRequire(new URL('../tests/node/package.json', import.meta.url));
const js = require('@eslint/js');
const globals = require('globals');

const GRAPH_ALONE = 'Only graph/ may use what cytoscape keeps private.';

export default [
  { ignores: ['assets/pressed/**'] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2024, sourceType: 'module' },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      // A text to translate stands on one line.
      'max-len': [
        'error',
        { code: 100, ignoreUrls: true, ignoreStrings: true, ignoreRegExpLiterals: true },
      ],
      'no-shadow': ['error', { hoist: 'functions' }],
      'no-unused-vars': [
        'error',
        { args: 'after-used', varsIgnorePattern: '^_$', argsIgnorePattern: '^_$' },
      ],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['assets/js/**'], languageOptions: { globals: globals.browser } },
  // Runs before the page knows what its browser can do.
  { files: ['assets/js/boot/**'], rules: { 'no-var': 'off' } },
  { files: ['assets/js/plots/**'], languageOptions: { globals: { Plotly: 'readonly' } } },
  {
    // Pure rules know no page.
    files: ['assets/js/rules/**'],
    languageOptions: {
      globals: {
        ...Object.fromEntries(Object.keys(globals.browser).map((name) => [name, 'off'])),
        ...globals['shared-node-browser'],
      },
    },
  },
  {
    files: ['assets/js/**'],
    ignores: ['assets/js/graph/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'MemberExpression[property.name=/^(_private|_cyreg)$/]', message: GRAPH_ALONE },
        {
          selector: 'CallExpression[callee.property.name=/^(renderer|pstyle)$/]',
          message: GRAPH_ALONE,
        },
      ],
    },
  },
  {
    files: ['tests/js/**', 'tools/**', 'tests/node/**'],
    languageOptions: { globals: globals.node },
  },
];
