import jsonpatch, { type Operation } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import { script } from '../checks/checkFixtures';
import type { ConfigMap, VirtualMachine } from '../objects/resources';
import type { Template, TemplateParameter } from '../objects/templateResources';
import { vmsOfHolder } from '../objects/templateVm';
import { sidecarsOfVm } from '../objects/vm';
import { bringScript, broughtName, canBring, namingParameter, parametersInScript } from './bringScript';

const CONFIG_MAP: ConfigMap = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    name: 'my.script',
    namespace: 'team',
    uid: 'u',
    labels: { 'sidecar-hooks.kubevirt.io/hook-script': 'true', 'app.kubernetes.io/instance': 'argo' },
  },
  data: { k: '#!/bin/sh\necho ${NAME} ${HOME}\n' },
};

const templateOf = (
  parameters: TemplateParameter[],
  { name = '${NAME}', brought = [] as string[] } = {},
): Template => ({
  apiVersion: 'template.openshift.io/v1',
  kind: 'Template',
  metadata: { name: 'base', namespace: 'team', uid: 't' },
  objects: [
    {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: { name },
      spec: {
        template: {
          metadata: {
            annotations: {
              [SIDECARS_ANNOTATION]: JSON.stringify([
                script({}, { name: 'other' }),
                script({}, { name: 'my.script' }),
              ]),
            },
          },
          spec: { domain: { devices: {} } },
        },
      },
    },
    ...brought.map((one) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: one } })),
  ],
  parameters,
});

const vmOf = (template: Template): VirtualMachine => {
  const [vm] = vmsOfHolder(template);
  if (vm === undefined) {
    throw new Error('no VM');
  }
  return vm;
};

const NAME = { name: 'NAME', required: true };

describe('bringing a script with a template', () => {
  it('adds the ConfigMap to the objects and names it in the annotation', () => {
    const template = templateOf([NAME]);
    const plan = bringScript(CONFIG_MAP, 'NAME')(vmOf(template));
    const changed = jsonpatch.applyPatch(
      template,
      (plan?.operations ?? []) as Operation[],
      true,
      false,
    ).newDocument;
    expect(sidecarsOfVm(vmOf(changed)).map(({ configMap }) => configMap?.name)).toEqual([
      'other',
      '${NAME}-my-script',
    ]);
    expect(changed.objects?.[1]).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: '${NAME}-my-script',
        labels: { 'sidecar-hooks.kubevirt.io/hook-script': 'true' },
        annotations: {},
      },
      data: CONFIG_MAP.data,
    });
    // Nothing is left to do.
    expect(bringScript(CONFIG_MAP, 'NAME')(vmOf(changed))).toBeUndefined();
  });

  it.each<[string, TemplateParameter, string[], string, string]>([
    ['a short name', NAME, [], 'limits', '${NAME}-limits'],
    ['a taken name', NAME, ['${NAME}-limits'], 'limits', '${NAME}-limits-2'],
    ['a value that is not known', NAME, [], 'x'.repeat(63), `\${NAME}-${'x'.repeat(38)}`],
    [
      'a default value',
      { name: 'NAME', value: 'v'.repeat(40) },
      [],
      'x'.repeat(63),
      `\${NAME}-${'x'.repeat(22)}`,
    ],
    [
      'a generated value',
      { name: 'NAME', generate: 'expression', from: 'web-[a-z0-9]{6}' },
      [],
      'x'.repeat(63),
      `\${NAME}-${'x'.repeat(52)}`,
    ],
    ['a value that leaves no room', { name: 'NAME', value: 'v'.repeat(63) }, [], 'limits', '${NAME}-l'],
    ['no dash at the end', NAME, [], `${'x'.repeat(37)}-y`, `\${NAME}-${'x'.repeat(37)}`],
  ])('respects the limit of volume names: %s', (_what, parameter, brought, name, expected) => {
    expect(broughtName(vmOf(templateOf([parameter], { brought })), 'NAME', name)).toBe(expected);
  });

  it.each<[string, TemplateParameter[], string, string | undefined]>([
    ['the one in the VM’s name', [{ name: 'SIZE' }, NAME], 'vm-${NAME}', 'NAME'],
    ['the first, for a fixed name', [{ name: 'SIZE' }, NAME], 'fixed', 'SIZE'],
    ['none, without parameters', [], 'fixed', undefined],
  ])('takes as parameter %s', (_what, parameters, name, expected) => {
    expect(namingParameter(vmOf(templateOf(parameters, { name })))).toBe(expected);
  });

  it('is possible for ConfigMaps that are there, and not yet in the template', () => {
    const here = new Map([['my.script', CONFIG_MAP]]);
    const vm = vmOf(templateOf([NAME]));
    expect([0, 1, 2].map((index) => canBring(vm, index, here))).toEqual([false, true, false]);
    expect(canBring(vm, 1, undefined)).toBe(false);
    expect(canBring(vmOf(templateOf([])), 1, here)).toBe(false);
    expect(canBring(vmOf(templateOf([NAME], { brought: ['my.script'] })), 1, here)).toBe(false);
  });

  it('knows which parameters the script would get', () => {
    expect(parametersInScript(vmOf(templateOf([NAME])), CONFIG_MAP)).toEqual(['NAME']);
  });
});
