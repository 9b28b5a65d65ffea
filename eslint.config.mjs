import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

// Which rooms a room may import from, besides itself. test and bench may import from
// all, and nothing imports from them.
const ARROWS = {
  common: [],
  server: ['common'],
  public: ['common'],
  standalone: ['common', 'server', 'public'],
  packaging: [],
};
const ROOMS = [...Object.keys(ARROWS), 'test', 'bench'];

const arrowZones = Object.entries(ARROWS).map(([room, allowed]) => ({
  target: `./${room}`,
  from: ROOMS.filter((other) => other !== room && !allowed.includes(other)).map(
    (other) => `./${other}`,
  ),
  message: `${room}/ may import from ${allowed.join(', ') || 'no other room'}.`,
}));

const TESTS = ['**/*.test.ts', '**/*.test.tsx', 'test/**', 'bench/**'];

const USER_PATTERNS =
  'Patterns from users or events must go through common/eql/patterns, which takes linear time.';
const NO_CODE_FROM_TEXT = `No text is run as code. ${USER_PATTERNS}`;

const safeText = [
  {
    selector:
      ':matches(NewExpression, CallExpression)[callee.name="RegExp"]:not([arguments.0.type="Literal"])',
    message: USER_PATTERNS,
  },
  { selector: 'CallExpression[callee.name="eval"]', message: NO_CODE_FROM_TEXT },
  {
    selector: ':matches(NewExpression, CallExpression)[callee.name="Function"]',
    message: NO_CODE_FROM_TEXT,
  },
];

export default tseslint.config(
  { ignores: ['build/', 'target/'] },
  js.configs.recommended,
  {
    rules: {
      curly: 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        __dirname: 'readonly',
        console: 'readonly',
        module: 'readonly',
        process: 'readonly',
        require: 'readonly',
      },
    },
  },
  { files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.json'] }),
      ],
    },
    rules: {
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { zones: arrowZones }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // What implements an async port is async, whether it waits or not.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['common/**', 'server/**', 'public/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['common/**', 'server/**'],
    rules: { 'no-restricted-syntax': ['error', ...safeText] },
  },
  {
    // These run in browsers too; their tests do not.
    files: ['common/**/*.ts', 'public/**/*.ts', 'public/**/*.tsx'],
    ignores: TESTS,
    rules: { 'import-x/no-nodejs-modules': 'error' },
  },
  {
    // Tests read recorded documents, which have no type.
    files: TESTS,
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/*.config.ts'], rules: { 'import-x/no-default-export': 'off' } },
);
