/** Every way in which users met the feature gate standing in the way, and which findings tell it. */
import { expect, it } from 'vitest';
import { script } from '../checks/checkFixtures';
import { kubevirt } from '../featureGate/gateFixtures';
import { foreseen, happens, type CoverageRow } from './coverageFixtures';
import { failing, running } from './diagnosisFixtures';

const DENIED = 'admission webhook "x" denied the request: sidecar feature gate is not enabled';

const ROWS: CoverageRow[] = [
  ['the gate is off', ['gateDenied'], happens(failing(DENIED))],
  [
    'the gate is off, before anything is asked',
    ['gateOff'],
    foreseen([script()], { gate: { enabled: false } }),
  ],
  [
    'the gate is turned off while VMs need it',
    ['gateDenied'],
    happens(running({ kubevirt: kubevirt({ featureGates: [] }) })),
  ],
  [
    'a gate that is misspelt',
    ['gateMisspelt'],
    happens(running({ kubevirt: kubevirt({ featureGates: ['sidecar'] }) })),
  ],
  [
    'a gate on both lists',
    ['gateOnBothLists'],
    happens(
      running({ kubevirt: kubevirt({ featureGates: ['Sidecar'], disabledFeatureGates: ['Sidecar'] }) }),
    ),
  ],
];

it.each(ROWS)('%s: %j', (_failure, expected, found) => {
  expect(found).toEqual(expect.arrayContaining(expected));
});
