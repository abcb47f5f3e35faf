import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster } from './contract';
import { startCluster } from './index';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startCluster({
    port: 0,
    objects: [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team-a' } }],
  });
});
afterAll(() => cluster.close());

const machines = '/apis/kubevirt.io/v1/namespaces/team-a/virtualmachines';
const configMaps = '/api/v1/namespaces/team-a/configmaps';

interface Outcome {
  code: number;
  warning: string | null;
  body: Record<string, unknown>;
}

const send = async (
  method: string,
  path: string,
  body: unknown,
  type = 'application/json',
): Promise<Outcome> => {
  const answer = await fetch(cluster.url + path, {
    method,
    headers: { authorization: `Bearer ${cluster.personas[0]?.token ?? ''}`, 'content-type': type },
    body: JSON.stringify(body),
  });
  return {
    code: answer.status,
    warning: answer.headers.get('warning'),
    body: (await answer.json()) as Record<string, unknown>,
  };
};

const odd = (spec: Record<string, unknown> = { nosuch: 1 }): Record<string, unknown> => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'odd' },
  spec: { runStrategy: 'Halted', template: { spec: { domain: { devices: {} } } }, ...spec },
});

const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'odd' }, data: { a: 'b' } };

describe('fields that a type does not know', () => {
  it('are dropped with a warning', async () => {
    const { code, warning, body } = await send('POST', `${machines}?dryRun=All`, odd());
    expect([code, warning]).toEqual([201, String.raw`299 - "unknown field \"spec.nosuch\""`]);
    expect(body.spec).not.toHaveProperty('nosuch');
  });

  const recording = resolve(import.meta.dirname, '../../../shared/data/api/unknown-field.http');
  it.skipIf(!existsSync(recording))('are warned of as recorded (skipped: not in this tree)', async () => {
    const recorded = /^warning: (.*)$/m.exec(readFileSync(recording, 'utf8'))?.[1];
    const { warning } = await send('POST', `${machines}?dryRun=All&fieldValidation=Warn`, odd());
    expect(warning).toBe(recorded);
  });

  it('are refused under strict validation, all in one sentence', async () => {
    const spec = { nosuch: 1, template: { spec: { domain: { devices: { disk: [] } } } } };
    const { code, body } = await send('POST', `${machines}?dryRun=All&fieldValidation=Strict`, odd(spec));
    expect([code, body.message]).toEqual([
      400,
      'VirtualMachine in version "v1" cannot be handled as a VirtualMachine: strict decoding error: unknown field "spec.nosuch", unknown field "spec.template.spec.domain.devices.disk"',
    ]);
  });

  it('are dropped without a word when they are to be ignored', async () => {
    const { code, warning } = await send('POST', `${machines}?dryRun=All&fieldValidation=Ignore`, odd());
    expect([code, warning]).toEqual([201, null]);
  });

  it('of a ConfigMap are reported on every kind of write', async () => {
    const wrong = { ...configMap, date: {} };
    const warned = String.raw`299 - "unknown field \"date\""`;
    expect((await send('POST', configMaps, wrong)).warning).toBe(warned);
    expect((await send('PUT', `${configMaps}/odd`, wrong)).warning).toBe(warned);
    const merge = 'application/merge-patch+json';
    const patched = await send('PATCH', `${configMaps}/odd`, { date: {} }, merge);
    expect([patched.code, patched.warning]).toEqual([200, warned]);
    expect(patched.body).not.toHaveProperty('date');
    const strict = await send('PATCH', `${configMaps}/odd?fieldValidation=Strict`, { date: {} }, merge);
    expect(strict.code).toBe(422);
    expect(strict.body.message).toContain('strict decoding error: unknown field "date"');
    const apply = `${configMaps}/odd?fieldManager=me&force=true`;
    expect((await send('PATCH', apply, wrong, 'application/apply-patch+yaml')).warning).toBe(warned);
  });

  it('leave known ones alone', async () => {
    const { code, warning } = await send('POST', `${configMaps}?dryRun=All`, {
      ...configMap,
      metadata: { generateName: 'odd-', labels: { a: 'b' }, finalizers: [] },
      immutable: true,
      binaryData: { b: 'AA==' },
    });
    expect([code, warning]).toEqual([201, null]);
  });
});
