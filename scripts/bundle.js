// Bundles one TypeScript entry into one JavaScript file for Node.
// From a shell: node scripts/bundle.js <entry.ts> <out.js>
const fs = require('node:fs');
const path = require('node:path');
const { buildSync } = require('esbuild');

const ROOT = path.dirname(__dirname);

function build(entry, outfile) {
  try {
    return buildSync({
      entryPoints: [entry],
      outfile,
      bundle: true,
      write: false,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      sourcemap: true,
      // Kibana's own packages are on no registry.
      alias: { '@kbn/i18n': path.join(ROOT, 'standalone/kbn_i18n') },
      // None may be bundled: three load what lies beside their code, the other is large.
      external: ['esbuild', 'classic-level', 'playwright-core', 'typescript'],
      logLevel: 'warning',
    }).outputFiles;
  } catch (error) {
    if (error.errors) {
      // esbuild has already shown what is wrong in the sources.
      process.exit(1);
    }
    throw error;
  }
}

function bundle(entry, outfile) {
  const files = build(entry, outfile);
  fs.mkdirSync(path.dirname(outfile), { recursive: true });
  // Renamed into place, so that a process started meanwhile never reads half a file.
  for (const file of files) {
    const unfinished = `${file.path}.${process.pid}`;
    fs.writeFileSync(unfinished, file.contents);
    fs.renameSync(unfinished, file.path);
  }
}

module.exports = { bundle };

if (require.main === module) {
  bundle(process.argv[2], process.argv[3]);
}
