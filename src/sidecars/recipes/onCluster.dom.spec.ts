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
import { defaultValues } from './parameter';
import { RECIPES } from './recipes';
import { recipeScript } from './script/recipeScript';
import { recipeVm } from './testing/recipeVm';

const vmName = (id: string): string => id.toLowerCase();

let cluster: TestCluster;

beforeAll(() => {
  // All scripts run at the same time.
  cluster = testCluster({ hookCall: 60_000, syncDeadline: 60_000 });
  for (const recipe of RECIPES) {
    const name = vmName(recipe.id);
    cluster.create(
      configMap(name, { 'script.sh': recipeScript(recipe, defaultValues(recipe.parameters)) }),
      recipeVm(virtualMachine(name, sidecar(name, {}, recipe.hookPoint))),
    );
  }
});
afterAll(() => cluster.host.close());

it.each(RECIPES.map((recipe) => [recipe.id, recipe] as const))(
  '%s: the VM starts, and its domain has what the recipe promises',
  async (id, { parameters, expectations }) => {
    const name = vmName(id);
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
      const results = evaluateExpectations(
        readDomain(stdout),
        expectations(defaultValues(parameters)),
        newBudget(),
      );
      expect(results.filter(({ pass }) => !pass)).toEqual([]);
      expect(log).not.toMatch(/The VM has no|left as it is/);
    }
  },
);
