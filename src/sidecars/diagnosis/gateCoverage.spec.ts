/** Every way in which users met the feature gate standing in the way, and which findings tell it. */
import { expect, it } from 'vitest';
import { script } from '../checks/checkFixtures';
import { add, hco, kubevirt, NAME } from '../featureGate/gateFixtures';
import { foreseen, happens, type CoverageRow } from './coverageFixtures';
import { failing, running } from './diagnosisFixtures';

const DENIED = 'admission webhook "x" denied the request: sidecar feature gate is not enabled';
const ON = kubevirt({ featureGates: ['Sidecar'] }, 'v1.8.0');
const ASKED = hco({ [NAME]: JSON.stringify([add]) });

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
    'HCO will undo the gate',
    ['gateNotAskedOfHco'],
    happens(running({ kubevirt: ON, hco: hco({ [NAME]: '[]' }) })),
  ],
  [
    'a jsonpatch that is no JSON',
    ['hcoPatchInvalid'],
    happens(running({ kubevirt: ON, hco: hco({ [NAME]: '[{' }) })),
  ],
  [
    'a jsonpatch that HCO refuses',
    ['hcoPatchInvalid'],
    happens({ denial: `invalid jsonPatch in the ${NAME} annotation: unexpected kind` }),
  ],
  [
    'a jsonpatch with a blank in its path',
    ['hcoPatchInvalid'],
    happens(
      running({
        kubevirt: ON,
        hco: hco({ [NAME]: JSON.stringify([{ ...add, path: String(add.path).replace('/dev', ' /dev') }]) }),
      }),
    ),
  ],
  [
    'a gate that is misspelt',
    ['gateMisspelt'],
    happens(running({ kubevirt: kubevirt({ featureGates: ['sidecar'] }) })),
  ],
  [
    'a jsonpatch that others wrote over',
    ['gateNotAskedOfHco'],
    happens(running({ kubevirt: ON, hco: hco({ [NAME]: JSON.stringify([{ ...add, value: 'Other' }]) }) })),
  ],
  [
    'a tainted cluster',
    ['clusterTainted'],
    happens(
      running({
        kubevirt: ON,
        hco: { ...ASKED, status: { conditions: [{ type: 'TaintedConfiguration', status: 'True' }] } },
      }),
    ),
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
