import { expect, it } from 'vitest';
import { EXPECTED_RESULTS_ANNOTATION } from '../annotation/constants';
import type { ConfigMap } from '../objects/resources';
import { smbios } from './domain/smbios';
import { defaultValues } from './parameter';
import { recipeResults, resultsAfterEdit } from './recipeResults';
import { recipeScript } from './script/recipeScript';

const script = (boardManufacturer: string): string =>
  recipeScript(smbios, { ...defaultValues(smbios.parameters), boardManufacturer });
const results = (value: string): string =>
  `[{"kind":"xpathEquals","xpath":"/domain/sysinfo/baseBoard/entry[@name=\\"manufacturer\\"]","value":${JSON.stringify(value)}}]`;
const configMap = (text: string, stored?: string): ConfigMap => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'c', annotations: stored === undefined ? {} : { [EXPECTED_RESULTS_ANNOTATION]: stored } },
  data: { k: text },
});

it.each([
  ['a recipe’s script', script('A "B"'), results('A "B"')],
  ['a script that promises nothing', script(''), undefined],
  ['a script edited by hand', `${script('A')}#\n`, undefined],
  ['any other script', '#!/bin/sh\n', undefined],
])('of %s', (_what, text, stored) => {
  expect(recipeResults(text)).toBe(stored);
});

it.each([
  ['follow the values', configMap(script('A'), results('A')), script('B'), results('B')],
  ['are added', configMap('#!/bin/sh\n'), script('B'), results('B')],
  ['stay if the user wrote them', configMap(script('A'), '[]'), script('B'), undefined],
  ['stay if the script is edited by hand', configMap(script('A'), results('A')), '#!/bin/sh\n', undefined],
])('after an edit %s', (_what, before, text, stored) => {
  expect(resultsAfterEdit(before, 'k', text)).toBe(stored);
});
