import { describe, expect, it } from 'vitest';
import { HOOK_POINT_ANNOTATION } from '../../annotation/constants';
import type { HookPoint } from '../../annotation/hookPoint';
import type { ConfigMap } from '../../objects/resources';
import type { HookScript } from '../../scripts/hookScripts';
import { guessHookPoint } from './guessHookPoint';

const configMap = (noted?: string, text = '#!/bin/sh'): ConfigMap => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    name: 'a',
    ...(noted === undefined ? {} : { annotations: { [HOOK_POINT_ANNOTATION]: noted } }),
  },
  data: { k: text },
});

const used = (hookPoint: HookPoint, key = 'k'): HookScript[] => [
  {
    configMap: configMap(),
    key,
    hookPoints: [hookPoint],
    inDefaultImage: true,
    users: [],
    sizeBytes: 0,
    lastChange: undefined,
    reason: 'referenced',
  },
];

describe('guessHookPoint', () => {
  it.each([
    ['the annotation', configMap('preCloudInitIso'), used('onDefineDomain'), 'preCloudInitIso'],
    [
      'its use, where the annotation says nothing known',
      configMap('onBoot'),
      used('preCloudInitIso'),
      'preCloudInitIso',
    ],
    ['its arguments', configMap(undefined, '#!/bin/sh\n# --cloud-init'), [], 'preCloudInitIso'],
    ['nothing about another key', configMap(), used('preCloudInitIso', 'other'), undefined],
  ])('believes %s', (_what, object, scripts, hookPoint) => {
    expect(guessHookPoint(object, 'k', scripts)).toBe(hookPoint);
  });
});
