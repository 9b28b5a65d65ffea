// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { projectCopy, removeTemporaryFolders } from './project';
import { runScript } from './run_script';

afterAll(removeTemporaryFolders);

test('writes the zip into build/ and says its version', () => {
  const project = projectCopy();
  const { status, stdout, stderr } = runScript(project, 'build.ts', ['--kibana-version', '8.12.2']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(
    /^build\/recentlyCompiled-8\.12\.2\.zip: version \d+\.\d+\.\d+-b[0-9a-f]{12}, \d+ KB\n$/,
  );
  const files = unzipSync(readFileSync(path.join(project, 'build/recentlyCompiled-8.12.2.zip')));
  expect(Object.keys(files)).toContain('kibana/recentlyCompiled/kibana.json');
});

test('refuses a Kibana without facts in one sentence, and writes nothing', () => {
  const project = projectCopy();
  const { status, stdout, stderr } = runScript(project, 'build.ts', ['--kibana-version', '8.99.0']);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^No facts about Kibana 8\.99\.0 are on file.*\n$/);
  expect(existsSync(path.join(project, 'build'))).toBe(false);
});

test('names the place of what can not be bundled', () => {
  const project = projectCopy();
  writeFileSync(
    path.join(project, 'public/app.tsx'),
    "import { EuiNothing } from '@elastic/eui';\nexport const mountApp = EuiNothing;\n",
  );
  const { status, stderr } = runScript(project, 'build.ts', ['--kibana-version', '8.12.2']);
  expect(status).toBe(1);
  expect(stderr).toContain('public/app.tsx:1:9');
  expect(stderr).toContain('for import "EuiNothing"');
});
