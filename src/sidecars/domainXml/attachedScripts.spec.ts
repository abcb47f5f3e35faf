import { describe, expect, it } from 'vitest';
import { parseSidecars } from '../annotation/annotation';
import { attachedScripts } from './attachedScripts';

const entry = (name: string, key = 'script.sh', hookPath = '/usr/bin/onDefineDomain'): object => ({
  args: ['--version', 'v1alpha3'],
  configMap: { name, key, hookPath },
});
const text = (...entries: object[]): string => JSON.stringify(entries);

describe('attachedScripts', () => {
  it('tells what runs from what is attached or detached since, in order', () => {
    const template = parseSidecars(text(entry('new'), entry('both'), { image: 'custom' }));
    const scripts = attachedScripts(template, text(entry('both'), entry('old')));
    expect(scripts.map(({ configMap, presence }) => [configMap, presence])).toEqual([
      ['new', 'atNextStart'],
      ['both', 'running'],
      ['old', 'untilRestart'],
    ]);
  });

  it('names each ConfigMap once, with all its keys and hook points', () => {
    const both = text(
      entry('c', 'a'),
      entry('c', 'b', '/usr/bin/preCloudInitIso'),
      entry('c', 'a', '/elsewhere'),
    );
    expect(attachedScripts(parseSidecars(both), both)).toEqual([
      {
        configMap: 'c',
        keys: ['a', 'b'],
        hookPoints: ['onDefineDomain', 'preCloudInitIso'],
        presence: 'running',
      },
    ]);
  });

  it('has nothing to say of what cannot be read', () => {
    expect(attachedScripts(parseSidecars('['), undefined)).toEqual([]);
    expect(attachedScripts(parseSidecars(undefined), '{}')).toEqual([]);
    expect(attachedScripts(parseSidecars(text(entry('c'))), '[')).toMatchObject([
      { presence: 'atNextStart' },
    ]);
  });
});
