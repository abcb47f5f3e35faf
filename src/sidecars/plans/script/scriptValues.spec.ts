import { describe, expect, it } from 'vitest';
import { scriptTemplate } from '../../scripts/templates';
import { newScriptValues, valuesOfScript, withChoice } from './scriptValues';

it('starts a script from the example, with what is wanted of it', () => {
  expect(newScriptValues({ name: 'a', key: undefined, hookPoint: undefined })).toEqual({
    ...newScriptValues(),
    name: 'a',
  });
  const wanted = { name: 'a', key: 'b.py', hookPoint: 'preCloudInitIso' } as const;
  expect(newScriptValues(wanted)).toMatchObject({ ...wanted, language: 'python3' });
});

describe('withChoice', () => {
  it('replaces key and text while they are those of the example', () => {
    const values = withChoice(newScriptValues(), { language: 'python3' });
    expect(values).toEqual({
      name: '',
      key: 'script.py',
      hookPoint: 'onDefineDomain',
      language: 'python3',
      text: scriptTemplate('python3', 'onDefineDomain').text,
    });
  });

  it('follows the hook point too', () => {
    const values = withChoice(newScriptValues(), { hookPoint: 'preCloudInitIso' });
    expect(values.text).toBe(scriptTemplate('sh', 'preCloudInitIso').text);
  });

  it('never replaces what the user wrote', () => {
    const mine = { ...newScriptValues(), key: 'mine.sh', text: '#!/bin/sh\n# mine' };
    expect(withChoice(mine, { language: 'python3', hookPoint: 'preCloudInitIso' })).toEqual({
      ...mine,
      language: 'python3',
      hookPoint: 'preCloudInitIso',
    });
  });
});

describe('valuesOfScript', () => {
  it('shows a script with its language', () => {
    const text = '#!/usr/bin/env python3\n';
    expect(
      valuesOfScript({
        configMap: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { 'x.py': text } },
        key: 'x.py',
        hookPoints: ['preCloudInitIso'],
      }),
    ).toEqual({ name: 'a', key: 'x.py', hookPoint: 'preCloudInitIso', language: 'python3', text });
  });
});
