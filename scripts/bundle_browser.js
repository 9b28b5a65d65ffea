// Bundles the page of the standalone host: ES modules that the page loads from files, React and EUI with them.
// From a shell: node scripts/bundle_browser.js <entry.tsx> <folder>
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { build } = require('esbuild');

const ROOT = path.dirname(__dirname);

/** EUI names the files of its icons without their ending, which the bundler of Kibana adds. */
const iconsWithEnding = {
  name: 'icons of EUI',
  setup(bundler) {
    bundler.onLoad(
      { filter: /eui[\\/]es[\\/]components[\\/]icon[\\/]icon\.js$/ },
      ({ path: file }) => {
        const named = "'./assets/' + typeToPathMap[iconType]";
        const text = fs.readFileSync(file, 'utf8');
        return text.includes(named)
          ? { contents: text.replace(named, `${named} + '.js'`), loader: 'js' }
          : { errors: [{ text: 'EUI loads its icons in another way than it did.' }] };
      },
    );
  },
};

async function buildPage(entry, folder) {
  const { outputFiles } = await build({
    entryPoints: { main: entry },
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
    alias: { '@kbn/i18n': path.join(ROOT, 'standalone/kbn_i18n') },
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    plugins: [iconsWithEnding],
    legalComments: 'linked',
    logLevel: 'warning',
  });
  const styles = ['light', 'dark'].map((theme) => {
    // What EUI and its charts style by classes; Kibana's page has it as well.
    const files = [
      `@elastic/eui/dist/eui_theme_${theme}.min.css`,
      `@elastic/charts/dist/theme_only_${theme}.css`,
    ].map((file) => fs.readFileSync(path.join(ROOT, 'node_modules', file), 'utf8'));
    return { name: `eui_theme_${theme}.css`, contents: files.join('\n') };
  });
  const scripts = outputFiles.map(({ path: file, contents }) => ({
    name: path.relative(folder, file),
    contents,
  }));
  replaceFiles(folder, [...styles, ...scripts]);
}

/**
 * Makes these the files of a folder. At each moment it has all that a page needs: another host may start, and even
 * bundle the same page, meanwhile. A page that was left half-way is known by its entry, which comes last.
 */
function replaceFiles(folder, files) {
  const unfinished = `${folder}.${process.pid}`;
  fs.mkdirSync(unfinished, { recursive: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const { name, contents } of entryLast(files)) {
    fs.writeFileSync(path.join(unfinished, name), contents);
    fs.renameSync(path.join(unfinished, name), path.join(folder, name));
  }
  fs.rmdirSync(unfinished);
  const names = new Set(files.map(({ name }) => name));
  for (const old of fs.readdirSync(folder).filter((name) => !names.has(name))) {
    fs.rmSync(path.join(folder, old), { force: true });
  }
}

const entryLast = (files) => {
  const isEntry = ({ name }) => name === 'main.js';
  return [...files.filter((file) => !isEntry(file)), ...files.filter(isEntry)];
};

/** Waits for it, in a process of its own, since plugins of the bundler can not be waited for otherwise. */
function bundleBrowser(entry, folder) {
  const { status } = spawnSync(
    process.execPath,
    [path.join(__dirname, 'bundle_browser.js'), entry, folder],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (status !== 0) {
    // The bundler has already shown what is wrong in the sources.
    process.exit(1);
  }
}

module.exports = { bundleBrowser };

if (require.main === module) {
  buildPage(path.resolve(process.argv[2]), path.resolve(process.argv[3])).catch((error) => {
    if (!error.errors) {
      console.error(error);
    }
    process.exitCode = 1;
  });
}
