// Bundles the page of the standalone host: ES modules that the page loads from files, React and EUI with them.
const fs = require('node:fs');
const path = require('node:path');
const { buildSync } = require('esbuild');

const ROOT = path.dirname(__dirname);

/** What Kibana's pages bring for charts. */
const STYLES = Object.fromEntries(
  ['light', 'dark'].map((colours) => [
    `charts_${colours}`,
    require.resolve(`@elastic/charts/dist/theme_only_${colours}.css`),
  ]),
);

function bundleBrowser(entry, folder) {
  let result;
  try {
    result = buildSync({
      entryPoints: { main: entry, ...STYLES },
      outdir: folder,
      entryNames: '[name]',
      chunkNames: '[name]-[hash]',
      bundle: true,
      splitting: true,
      write: false,
      platform: 'browser',
      target: 'es2021',
      format: 'esm',
      jsx: 'transform',
      minify: true,
      // Kibana's own packages are on no registry.
      alias: { '@kbn/i18n': path.join(ROOT, 'standalone/browser/kbn_i18n') },
      define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
      legalComments: 'linked',
      logLevel: 'warning',
    });
  } catch (error) {
    if (error.errors) {
      // esbuild has already shown what is wrong in the sources.
      process.exit(1);
    }
    throw error;
  }
  // Built beside and renamed, so that a host started meanwhile never reads half of it.
  const unfinished = `${folder}.${process.pid}`;
  fs.mkdirSync(unfinished, { recursive: true });
  for (const file of result.outputFiles) {
    fs.writeFileSync(path.join(unfinished, path.relative(folder, file.path)), file.contents);
  }
  fs.rmSync(folder, { recursive: true, force: true });
  fs.renameSync(unfinished, folder);
}

module.exports = { bundleBrowser };

if (require.main === module) {
  bundleBrowser(process.argv[2], process.argv[3]);
}
