import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  configMap,
  sidecar,
  testCluster,
  virtualMachine,
  type TestCluster,
} from '../../../dev/cluster/kubevirt/testing/testCluster';
import { evaluateExpectations, newBudget } from '../domainXml/evaluate';
import { readDomain } from '../domainXml/parsedDomain';
import { RECIPES } from './recipes';
import { recipeScript } from './script/recipeScript';
import { recipeVm } from './testing/recipeVm';
import { HOSTILE_TEXTS, variantsOf, type Variant } from './testing/variants';

const HOSTILE = [...Object.keys(HOSTILE_TEXTS), 'long'];

/** Each recipe with its defaults, and with each hostile text that one of its parameters accepts. */
const VARIANTS = RECIPES.flatMap((recipe) => {
  const [defaults, ...others] = variantsOf(recipe);
  const values = JSON.stringify(defaults?.values);
  return [
    ...(defaults === undefined ? [] : [defaults]),
    ...others.filter(
      (variant) => HOSTILE.includes(variant.name) && JSON.stringify(variant.values) !== values,
    ),
  ];
});

const vmName = ({ name, recipe: { id } }: Variant): string => `${id.toLowerCase()}-${name}`;

let cluster: TestCluster;

beforeAll(() => {
  // All scripts run at the same time.
  cluster = testCluster({ hookCall: 60_000, syncDeadline: 60_000 });
  for (const variant of VARIANTS) {
    const { recipe, values } = variant;
    const name = vmName(variant);
    cluster.create(
      configMap(name, { 'script.sh': recipeScript(recipe, values) }),
      recipeVm(virtualMachine(name, sidecar(name, {}, recipe.hookPoint))),
    );
  }
});
afterAll(() => cluster.host.close());

it.each(VARIANTS.map((variant) => [vmName(variant), variant] as const))(
  '%s: the VM starts, and its domain has what the recipe promises',
  async (name, { recipe: { id, expectations }, values }) => {
    await vi.waitFor(
      () => {
        const log = cluster.log(name, 'hook-sidecar-0');
        expect(cluster.vm(name)?.status?.printableStatus, log).toBe('Running');
      },
      { timeout: 28_000, interval: 20 },
    );
    const { stdout } = await cluster.exec(name, 'virsh', 'dumpxml', `lab_${name}`);
    const log = cluster.log(name, 'hook-sidecar-0');
    expect(log).toMatch(/Executing (?:onDefineDomain|preCloudInitIso)/);
    if (id === 'optionRom') {
      // The embedded nodes have no host devices.
      expect(log).toContain('The VM has no hostdev of its own.');
    } else {
      const results = evaluateExpectations(readDomain(stdout), expectations(values), newBudget());
      expect(results.filter(({ pass }) => !pass)).toEqual([]);
      expect(log).not.toMatch(/The VM has no|left as it is/);
    }
  },
);
