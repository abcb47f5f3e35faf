import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtinEnvironments } from 'vitest/runtime';
import { evaluateExpectations, newBudget } from '../../../src/sidecars/domainXml/evaluate';
import { readDomain } from '../../../src/sidecars/domainXml/parsedDomain';
import { defaultValues } from '../../../src/sidecars/recipes/parameter';
import type { Recipe } from '../../../src/sidecars/recipes/recipe';
import { RECIPES } from '../../../src/sidecars/recipes/recipes';
import { recipeScript } from '../../../src/sidecars/recipes/script/recipeScript';
import { recipeVm } from '../../../src/sidecars/recipes/testing/recipeVm';
import { configMap, sidecar, virtualMachine } from '../../cluster/kubevirt/testing/testCluster';
import { inGuest } from './guestAgent';
import { labCluster } from './labCluster';

const cluster = labCluster({ syncDeadline: 60_000 });

/** What the guest shows; the lab's guest has only busybox. */
const IN_GUEST: Readonly<Record<string, readonly [command: string, shows: string]>> = {
  smbios: ['cat /sys/class/dmi/id/board_vendor', 'Radical Edward'],
  diskIdentity: ['cat /sys/block/sda/queue/rotational', '0'],
  vncClipboard: ['cat /sys/class/virtio-ports/*/name', 'com.redhat.spice.0'],
  ivshmem: ['grep -l 0x1110 /sys/bus/pci/devices/*/device', '/device'],
  nicModel: ['cat /sys/bus/pci/devices/*/device', '0x07b0'],
  watchdog: ['cat /sys/bus/pci/devices/*/device', '0x25ab'],
  sound: ['cat /sys/bus/pci/devices/*/device', '0x2668'],
  viommu: ['ls /sys/firmware/acpi/tables', 'DMAR'],
  writeFile: ['cat /cloud-init/user-data', 'recipe-write-file.cfg'],
  sshKey: ['cat /cloud-init/meta-data', 'recipe-0'],
  networkData: ['cat /cloud-init/network-config', 'enp1s0'],
};

const FILE = resolve(import.meta.dirname, '../../../docs/recipes-seen.json');

interface Seen {
  /** `virsh dumpxml` shows all that the recipe promises. */
  domain: boolean;
  /** Undefined where the lab's guest cannot show it. */
  guest?: boolean;
}

const seen: Record<string, Seen> = {};

// The machine that is emulated has no host device.
const TESTED = RECIPES.filter(({ id }) => id !== 'optionRom');

/**
 * The VM on which a recipe is seen, because the start of a guest takes long. KubeVirt runs one preCloudInitIso script of a VM
 * only. The other scripts change different parts; those that do not are on different VMs.
 */
const vmOf = ({ id, hookPoint }: Recipe): string =>
  hookPoint === 'preCloudInitIso' ? id.toLowerCase() : id in IN_GUEST ? 'guest' : 'domain';

beforeAll(async () => {
  // Only its parser: the lab's own code needs Node's classes.
  const { jsdom } = builtinEnvironments;
  const { getVmContext } = (await jsdom.setupVM?.({})) ?? {};
  Object.assign(globalThis, { DOMParser: (getVmContext?.() as unknown as typeof globalThis).DOMParser });
  const { create } = cluster();
  for (const vm of new Set(TESTED.map(vmOf))) {
    const recipes = TESTED.filter((recipe) => vmOf(recipe) === vm);
    const sidecars = recipes.flatMap((recipe) => {
      const name = `recipe-${recipe.id.toLowerCase()}`;
      create(configMap(name, { 'script.sh': recipeScript(recipe, defaultValues(recipe.parameters)) }));
      return JSON.parse(sidecar(name, {}, recipe.hookPoint)) as unknown[];
    });
    create(recipeVm(virtualMachine(vm, JSON.stringify(sidecars))));
  }
});

const checkRecipe = async (recipe: Recipe): Promise<Seen> => {
  const vm = vmOf(recipe);
  const { running, virsh } = cluster();
  await running(vm);
  const { stdout } = await virsh(vm, 'dumpxml', `lab_${vm}`);
  const values = defaultValues(recipe.parameters);
  const results = evaluateExpectations(readDomain(stdout), recipe.expectations(values), newBudget());
  expect(results.filter(({ pass }) => !pass)).toEqual([]);
  const [command, shows] = IN_GUEST[recipe.id] ?? [];
  if (command !== undefined) {
    expect(await inGuest(cluster(), vm, 'sh', '-c', command)).toContain(shows);
  }
  return { domain: true, ...(command === undefined ? {} : { guest: true }) };
};

it.each(TESTED.map((recipe) => [recipe.id, recipe] as const))(
  '%s: real libvirt takes it, and the domain and the guest have what it promises',
  async (id, recipe) => {
    seen[id] = await checkRecipe(recipe);
  },
);

afterAll(async () => {
  const text = await format(JSON.stringify(seen), { ...(await resolveConfig(FILE)), parser: 'json' });
  if (process.env.WRITE_SEEN === undefined) {
    expect(text, 'docs/recipes-seen.json is out of date: run with WRITE_SEEN=1').toBe(
      readFileSync(FILE, 'utf8'),
    );
  } else {
    writeFileSync(FILE, text);
  }
});
