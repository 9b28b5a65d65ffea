module.exports = {
  testEnvironment: 'node',
  // Browser suites mostly wait, so that two at once take little more than one.
  maxWorkers: 2,
  // A loaded machine is no defect; what hangs is found all the same.
  testTimeout: 180_000,
  testMatch: [
    '<rootDir>/{common,server,public,standalone,packaging,test}/**/*.test.ts',
    '<rootDir>/{common,server,public,standalone,packaging,test}/**/*.test.tsx',
  ],
  reporters: [
    'default',
    ['<rootDir>/scripts/count_reporter.js', { outputFile: 'build/jest-results.json' }],
  ],
  // Kibana's own packages are on no registry.
  moduleNameMapper: { '^@kbn/i18n$': '<rootDir>/standalone/kbn_i18n' },
  modulePathIgnorePatterns: ['<rootDir>/build/'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'classic' } },
        },
      },
    ],
  },
};
