import { expect, it } from 'vitest';
import type { Finding, Fix } from '../../checks/check';
import { checkScript } from '../../checks/script/runScriptChecks';
import type { ConfigMap } from '../../objects/resources';
import { configMapToFix } from './configMapToFix';

const CHECKED = '#!/bin/sh\r\ncat\r\n';

const [finding] = checkScript({ configMap: 'scripts', key: 'a.sh', text: CHECKED }).filter(
  ({ id }) => id === 'scriptCrlf',
);

const scripts = (parts: Partial<ConfigMap>): ConfigMap => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'scripts' },
  ...parts,
});

it.each<[string, ConfigMap | undefined, boolean]>([
  ['holds what was checked', scripts({ data: { 'a.sh': CHECKED, other: 'x' } }), true],
  ['was changed since', scripts({ data: { 'a.sh': `${CHECKED}# theirs` } }), false],
  ['lost the script since', scripts({ data: {} }), false],
  ['may not be changed', scripts({ data: { 'a.sh': CHECKED }, immutable: true }), false],
  ['is gone', undefined, false],
])('a script of a ConfigMap that %s', (_what, configMap, canBeFixed) => {
  const configMaps = new Map(configMap === undefined ? [] : [['scripts', configMap]]);
  expect(finding && configMapToFix(finding, configMaps)).toBe(canBeFixed ? configMap : undefined);
});

it.each<Fix | undefined>([undefined, { kind: 'removeAnnotation' }])('a fix of no script: %j', (fix) => {
  const other: Finding = {
    id: 'gateOff',
    severity: 'error',
    params: {},
    place: { kind: 'annotation' },
    ...(fix && { fix }),
  };
  expect(configMapToFix(other, new Map([['scripts', scripts({})]]))).toBeUndefined();
});
