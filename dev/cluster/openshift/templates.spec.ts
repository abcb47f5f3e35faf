import { afterAll, beforeAll, expect, it } from 'vitest';
import { CRD_TYPE } from '../api/customResourceDefinitions';
import { EmbeddedHost } from '../api/embeddedHost';
import { startTestApi } from '../api/testing/testApi';
import type { TestApi } from '../api/testing/testApi';
import type { Persona } from '../contract';
import { CORE_TYPES } from '../api/types/coreTypes';
import { registerKubeVirt } from '../kubevirt';
import { serveTemplates } from './serveTemplates';

const GROUP = '/apis/template.openshift.io/v1';
const TEMPLATES = `${GROUP}/namespaces/team-a/templates`;
const PROCESSED = `${GROUP}/namespaces/team-a/processedtemplates`;

const template = (fields: Record<string, unknown>): Record<string, unknown> => ({
  apiVersion: 'template.openshift.io/v1',
  kind: 'Template',
  metadata: { name: 'web' },
  objects: [],
  ...fields,
});

const script = (data: unknown, metadata: Record<string, unknown> = {}): Record<string, unknown> => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: '${NAME}-hook', ...metadata },
  data,
});

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([], serveTemplates);
});
afterAll(async () => {
  await api.cluster.close();
});

const post = async (
  path: string,
  body: unknown,
  as: Persona['id'] = 'editor',
): Promise<{ code: number; body: Record<string, unknown> }> => api.request('POST', path, { as, body });

const process = async (fields: Record<string, unknown>): Promise<Record<string, unknown>> => {
  const answer = await post(PROCESSED, template(fields));
  expect(answer.code, String(answer.body.message)).toBe(201);
  return answer.body;
};

/** The data of the only ConfigMap, with `value` processed for the parameters. */
const processed = async (value: unknown, ...parameters: Record<string, unknown>[]): Promise<unknown> => {
  const { objects } = await process({ objects: [script({ value })], parameters });
  return (objects as { data: { value: unknown } }[])[0]?.data.value;
};

it.each([
  ['replaces references inside a string', 'a ${A}, ${B} and ${A}', 'a one, $& and one'],
  ['leaves undefined references', '${NONE} ${{NONE}}', '${NONE} ${{NONE}}'],
  ['replaces a whole number', '${{NUMBER}}', 42],
  ['replaces a whole object', '${{OBJECT}}', { a: [true] }],
  ['takes what is no JSON as text', '${{A}}', 'one'],
  ['replaces only references that are the whole value', 'x${{NUMBER}}', 'x${{NUMBER}}'],
  [
    'replaces the keys and items of anything inside',
    { 'k-${A}': ['${B}', { c: '${A}' }] },
    { 'k-one': ['$&', { c: 'one' }] },
  ],
  ['leaves references in values', '${REFERENCE} ${A}', '${A} one'],
  ['replaces with nothing', '[${EMPTY}]', '[]'],
  ['is no substitution', '$A {A} ${A-B} ${ A }', '$A {A} ${A-B} ${ A }'],
])('%s', async (_, value, expected) => {
  expect(
    await processed(
      value,
      { name: 'A', value: 'one' },
      { name: 'B', value: '$&' },
      { name: 'NUMBER', value: '42' },
      { name: 'OBJECT', value: '{"a":[true]}' },
      { name: 'EMPTY' },
      { name: 'REFERENCE', value: '${A}' },
    ),
  ).toEqual(expected);
});

it('generates values by expression, but not where there is one', async () => {
  const { objects, parameters } = await process({
    objects: [script({ value: '${NAME}' })],
    parameters: [
      { name: 'NAME', generate: 'expression', from: 'vm-[a-f0-9]{6}', required: true },
      { name: 'FIXED', generate: 'expression', from: '[a-z]{4}', value: 'mine' },
    ],
  });
  const [{ value: name }, { value: fixed }] = parameters as [{ value: string }, { value: string }];
  expect(name).toMatch(/^vm-[a-e0-8]{6}$/);
  expect(fixed).toBe('mine');
  expect(objects).toMatchObject([{ metadata: { name: `${name}-hook` }, data: { value: name } }]);
});

it('gives objects the labels of the template and takes fixed namespaces away', async () => {
  const body = await process({
    objects: [
      script({}, { namespace: 'elsewhere', labels: { own: 'x' } }),
      script({}, { namespace: '${NS}' }),
    ],
    parameters: [
      { name: 'NAME', value: 'web' },
      { name: 'NS', value: 'target' },
    ],
    labels: { 'app-${NAME}': '${NAME}' },
    message: 'Made ${NAME}',
  });
  expect(body.message).toBe('Made web');
  expect(body.objects).toEqual([
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'web-hook', labels: { own: 'x', 'app-web': 'web' } },
      data: {},
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'web-hook', namespace: 'target', labels: { 'app-web': 'web' } },
      data: {},
    },
  ]);
});

it.each([
  [
    'without a required value',
    {
      parameters: [
        { name: 'A', value: 'x' },
        { name: 'NAME', required: true },
      ],
    },
    'Template.template.openshift.io "web" is invalid: template.parameters[1]: Required value: template.parameters[1]: parameter NAME is required and must be specified',
  ],
  [
    'with an unknown generator',
    { parameters: [{ name: 'NAME', generate: 'dice' }] },
    `Template.template.openshift.io "web" is invalid: template.parameters[0]: Invalid value: "dice": Unknown generator name 'dice' for parameter NAME`,
  ],
  [
    'with parameters of no valid name',
    { parameters: [{ name: 'a-b' }, {}] },
    'Template.template.openshift.io "web" is invalid: [parameters[0].name: Invalid value: "a-b": does not match ^[a-zA-Z0-9_]+$, parameters[1].name: Required value]',
  ],
])('a template %s is not processed', async (_, fields, message) => {
  expect(await post(PROCESSED, template(fields))).toMatchObject({ code: 422, body: { message } });
});

it('stores templates, which those who edit a project may write and process, and viewers read', async () => {
  expect((await post(TEMPLATES, template({ parameters: [{ name: 'NAME' }] }), 'viewer')).code).toBe(403);
  expect((await post(PROCESSED, template({}), 'viewer')).code).toBe(403);
  expect((await post(TEMPLATES, template({ parameters: [{ name: 'NAME' }] }))).code).toBe(201);
  expect(await api.request('GET', `${TEMPLATES}/web`, { as: 'viewer' })).toMatchObject({
    code: 200,
    body: { kind: 'Template', parameters: [{ name: 'NAME' }] },
  });
  expect((await post(TEMPLATES, template({ parameters: [{ name: '' }] }))).code).toBe(422);
  expect((await api.request('GET', PROCESSED)).code).toBe(405);
  expect((await api.request('PUT', PROCESSED, { body: template({}) })).code).toBe(405);
  const { body } = await api.request('GET', GROUP);
  expect(body.resources).toMatchObject([
    { name: 'processedtemplates', verbs: ['create'] },
    { name: 'templates' },
  ]);
});

it.each([true, false])('is served where OpenShift is: %s', async (hco) => {
  const host = new EmbeddedHost();
  host.registerTypes([...CORE_TYPES, CRD_TYPE]);
  registerKubeVirt(host, {}, { hco });
  expect(host.store.findType('template.openshift.io', 'v1', 'templates') !== undefined).toBe(hco);
  await host.close();
});
