import { applyPatch, type Operation } from 'fast-json-patch';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOOK_POINT_ANNOTATION } from '../../annotation/constants';
import type { ConfigMap } from '../../objects/resources';
import { buildScriptPatch } from './scriptPatch';

const configMap = (data: Record<string, string>, annotations?: Record<string, string>): ConfigMap => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a', resourceVersion: '7', ...(annotations === undefined ? {} : { annotations }) },
  data,
  binaryData: { blob: 'AAEC' },
});

const patched = (object: ConfigMap, operations: readonly unknown[]): ConfigMap =>
  applyPatch(structuredClone(object), operations as Operation[], true, false).newDocument;

describe('buildScriptPatch', () => {
  it('changes the script and nothing else', () => {
    fc.assert(
      fc.property(
        // The library that applies the patch here refuses to touch a member of that name.
        fc.stringMatching(/^[-._a-zA-Z0-9]{1,20}$/).filter((key) => key !== '__proto__'),
        fc.string(),
        fc.string(),
        (key, seen, text) => {
          const object = configMap({ [key]: seen, '~other/key': 'x' });
          const operations = buildScriptPatch({ configMap: object, key, text, hookPoint: undefined });
          expect(patched(object, operations)).toEqual({ ...object, data: { ...object.data, [key]: text } });
        },
      ),
    );
  });

  it('fails when somebody else changed the script', () => {
    const operations = buildScriptPatch({
      configMap: configMap({ k: 'seen' }),
      key: 'k',
      text: 'mine',
      hookPoint: undefined,
    });
    expect(() => patched(configMap({ k: 'theirs' }), operations)).toThrow('TEST_OPERATION_FAILED');
  });

  it.each<Record<string, string> | undefined>([
    undefined,
    { note: 'kept' },
    { [HOOK_POINT_ANNOTATION]: 'onDefineDomain', note: 'kept' },
  ])('notes the hook point beside %j', (annotations) => {
    const object = configMap({ k: 'x' }, annotations);
    const operations = buildScriptPatch({
      configMap: object,
      key: 'k',
      text: 'x',
      hookPoint: 'preCloudInitIso',
    });
    expect(patched(object, operations).metadata.annotations).toEqual({
      ...annotations,
      [HOOK_POINT_ANNOTATION]: 'preCloudInitIso',
    });
  });

  it('writes nothing when nothing changed', () => {
    expect(
      buildScriptPatch({
        configMap: configMap({ k: 'x' }, { [HOOK_POINT_ANNOTATION]: 'onDefineDomain' }),
        key: 'k',
        text: 'x',
        hookPoint: 'onDefineDomain',
      }),
    ).toEqual([]);
  });

  it('never makes a text of what is stored as binary data', () => {
    expect(
      buildScriptPatch({ configMap: configMap({}), key: 'blob', text: 'x', hookPoint: undefined }),
    ).toEqual([]);
  });
});
