import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi } from '../testing/testApi';
import type { TestApi } from '../testing/testApi';

const path = '/api/v1/namespaces/team-a/configmaps';
const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';
const STRATEGIC_PATCH = 'application/strategic-merge-patch+json';
const configMap = (name: string, rest: Record<string, unknown>): Record<string, unknown> => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'team-a' },
  ...rest,
});

describe('ConfigMaps that are changed', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi([]);
    for (const [name, rest] of [
      ['fixed', { immutable: true, data: { a: '1' } }],
      ['plain', { data: { a: '1' } }],
    ] as const) {
      expect((await api.request('POST', path, { body: configMap(name, rest) })).code).toBe(201);
    }
  });
  afterAll(async () => api.cluster.close());

  it('keep their data once they are immutable, and stay so', async () => {
    const why = 'field is immutable when `immutable` is set';
    const cause = (field: string): unknown => ({
      reason: 'FieldValueForbidden',
      message: `Forbidden: ${why}`,
      field,
    });
    for (const type of [MERGE_PATCH, STRATEGIC_PATCH]) {
      const { code, body } = await api.request('PATCH', `${path}/fixed`, {
        type,
        body: { data: { a: '2' } },
      });
      expect(code).toBe(422);
      expect(body).toMatchObject({
        message: `ConfigMap "fixed" is invalid: data: Forbidden: ${why}`,
        details: { name: 'fixed', kind: 'ConfigMap', causes: [cause('data')] },
      });
    }
    const put = await api.request('PUT', `${path}/fixed`, {
      body: configMap('fixed', { data: {}, binaryData: { b: 'eA==' } }),
    });
    expect(put.code).toBe(422);
    expect(put.body).toMatchObject({
      details: { causes: [cause('immutable'), cause('data'), cause('binaryData')] },
    });
    const labelled = { metadata: { labels: { a: 'b' } } };
    expect((await api.request('PATCH', `${path}/fixed`, { type: MERGE_PATCH, body: labelled })).code).toBe(
      200,
    );
  });

  it.each([
    [
      'a number',
      { a: 1 },
      'json: cannot unmarshal number into Go struct field ConfigMap.data of type string',
    ],
    [
      'a text',
      'x',
      'json: cannot unmarshal string into Go struct field ConfigMap.data of type map[string]string',
    ],
  ])('are refused with %s for data', async (_name, data, why) => {
    const prefix = 'ConfigMap in version "v1" cannot be handled as a ConfigMap: ';
    for (const [method, target] of [
      ['POST', path],
      ['PUT', `${path}/plain`],
    ] as const) {
      const { code, body } = await api.request(method, target, { body: configMap('plain', { data }) });
      expect([code, body.message]).toEqual([400, prefix + why]);
    }
    const applied = await api.request('PATCH', `${path}/plain?fieldManager=me`, {
      type: 'application/apply-patch+yaml',
      body: configMap('plain', { data }),
    });
    expect([applied.code, applied.body.message]).toEqual([400, prefix + why]);
    const { code, body } = await api.request('PATCH', `${path}/plain`, {
      type: JSON_PATCH,
      body: [{ op: 'replace', path: '/data', value: data }],
    });
    expect(code).toBe(422);
    expect(body.message).toMatch(/^ "" is invalid: patch: Invalid value: "{/);
    expect(body.message).toContain(why);
    expect(body).toMatchObject({ details: { causes: [{ field: 'patch', reason: 'FieldValueInvalid' }] } });
  });

  it.each([
    [
      { a: 1, b: 'x' },
      '" is invalid: patch: Invalid value: "map[data:map[a:1 b:x]]": cannot convert int64 to string',
    ],
    [{ a: true }, '" is invalid: patch: Invalid value: "map[data:map[a:true]]": unrecognized type: string'],
    ['x', '" is invalid: patch: Invalid value: "map[data:x]": cannot restore map from string'],
  ])('are refused by a strategic patch with data %j', async (data, message) => {
    const { code, body } = await api.request('PATCH', `${path}/plain`, {
      type: STRATEGIC_PATCH,
      body: { data },
    });
    expect([code, body.message]).toEqual([422, ` "${message}`]);
  });

  it('are refused with a key that no file can have', async () => {
    const { code, body } = await api.request('PATCH', `${path}/plain`, {
      type: MERGE_PATCH,
      body: { data: { 'a/b': 'x' } },
    });
    expect(code).toBe(422);
    expect(body.message).toMatch(
      /^ConfigMap "plain" is invalid: data\[a\/b\]: Invalid value: "a\/b": a valid config key/,
    );
  });
});
