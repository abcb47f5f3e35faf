import { expect, it } from 'vitest';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import { configMap, script } from '../checks/checkFixtures';
import type { KubernetesObject } from '../objects/resources';
import { processedVms } from './processedVms';

const made = (name: string, configMapName: string | undefined, fields: object = {}): KubernetesObject =>
  ({
    metadata: { name },
    spec: {
      template: {
        metadata: {
          annotations:
            configMapName === undefined
              ? {}
              : { [SIDECARS_ANNOTATION]: JSON.stringify([script({}, { name: configMapName })]) },
        },
        spec: { domain: { devices: {} } },
      },
    },
    ...fields,
  }) as unknown as KubernetesObject;

it('checks the VMs with the ConfigMaps of the namespace and those made with them', () => {
  const objects = [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'brought' },
      data: { k: '' },
    } as KubernetesObject,
    made('a', 'brought', { kind: 'VirtualMachine' }),
    // As the server of VM templates answers.
    made('b', 'there'),
    made('c', 'missing'),
    made('d', undefined),
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' } },
  ];
  const configMaps = new Map([configMap('there', { k: '' })]);
  const ids = (known: Parameters<typeof processedVms>[2]): [string, string[]][] =>
    processedVms(objects, 'lab', known).map(({ name, findings }) => [name, findings.map(({ id }) => id)]);
  expect(ids({ configMaps })).toEqual([
    ['a', []],
    ['b', []],
    ['c', ['configMapMissing']],
    ['d', []],
  ]);
  // Nothing is claimed while the ConfigMaps of the namespace are not known.
  expect(ids({}).map(([, found]) => found)).toEqual([[], [], [], []]);
});
