// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import chinese from '../../standalone/browser/eui_texts.zh-CN.json';
import { ROOT } from './messages';

interface Token {
  readonly token: string;
  readonly defString: string;
  readonly filepath: string;
}

/** Components of EUI that no page has, by the folder of their texts. */
const UNUSED: Readonly<Record<string, readonly string[]>> = {
  bottom_bar: ['EuiBottomBar'],
  collapsible_nav_beta: ['EuiCollapsibleNavBeta'],
  color_picker: ['EuiColorPicker', 'EuiColorPalettePicker'],
  control_bar: ['EuiControlBar'],
  datagrid: ['EuiDataGrid'],
  filter_group: ['EuiFilterGroup', 'EuiFilterButton'],
  'form/field_password': ['EuiFieldPassword'],
  'form/range': ['EuiRange', 'EuiDualRange'],
  'form/super_select': ['EuiSuperSelect'],
  image: ['EuiImage'],
  inline_edit: ['EuiInlineEditText', 'EuiInlineEditTitle'],
  'list_group/pinnable_list_group': ['EuiPinnableListGroup'],
  markdown_editor: ['EuiMarkdownEditor'],
  notification: ['EuiNotificationEvent'],
  resizable_container: ['EuiResizableContainer', 'EuiResizableButton'],
  selectable: ['EuiSelectable', 'EuiSelectableTemplateSitewide'],
  toast: ['EuiToast', 'EuiGlobalToastList'],
  tour: ['EuiTour', 'EuiTourStep'],
  tree_view: ['EuiTreeView'],
};

const tokens = JSON.parse(
  readFileSync(path.join(ROOT, 'node_modules/@elastic/eui/i18ntokens.json'), 'utf8'),
) as readonly Token[];

const sourcesOf = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(ROOT, folder, file), 'utf8'));

const isUnused = ({ filepath }: Token): boolean =>
  Object.keys(UNUSED).some((folder) => filepath.startsWith(`src/components/${folder}/`));

const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();

it('says in Chinese whatever EUI says on pages', () => {
  const missing = tokens.filter((one) => !isUnused(one) && !(one.token in chinese));
  expect(missing.map(({ token, defString }) => `${token}: ${defString}`)).toEqual([]);
});

it('names the same things in Chinese', () => {
  // Texts that EUI makes with a function have their values under names of their own.
  const texts = tokens.filter(({ defString }) => !defString.includes('=>'));
  const differ = texts.filter(({ token, defString }) => {
    const text = (chinese as Readonly<Record<string, string>>)[token];
    return text !== undefined && String(placeholdersIn(text)) !== String(placeholdersIn(defString));
  });
  expect(differ.map(({ token }) => token)).toEqual([]);
});

it('leaves out only what no page has', () => {
  const sources = [...sourcesOf('public'), ...sourcesOf('standalone/browser')].join('\n');
  const used = Object.values(UNUSED)
    .flat()
    .filter((component) => new RegExp(`\\b${component}\\b`).test(sources));
  expect(used).toEqual([]);
});
