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

const cluster = labCluster();

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

// Only its parser: the lab's own code needs Node's classes.
beforeAll(async () => {
  const { jsdom } = builtinEnvironments;
  const { getVmContext } = (await jsdom.setupVM?.({})) ?? {};
  Object.assign(globalThis, { DOMParser: (getVmContext?.() as unknown as typeof globalThis).DOMParser });
});

const checkRecipe = async (recipe: Recipe): Promise<Seen> => {
  const name = recipe.id.toLowerCase();
  const values = defaultValues(recipe.parameters);
  const { create, running, virsh, remove } = cluster();
  create(
    configMap(name, { 'script.sh': recipeScript(recipe, values) }),
    recipeVm(virtualMachine(name, sidecar(name, {}, recipe.hookPoint))),
  );
  await running(name);
  const { stdout } = await virsh(name, 'dumpxml', `lab_${name}`);
  const results = evaluateExpectations(readDomain(stdout), recipe.expectations(values), newBudget());
  expect(results.filter(({ pass }) => !pass)).toEqual([]);
  const [command, shows] = IN_GUEST[recipe.id] ?? [];
  if (command !== undefined) {
    expect(await inGuest(cluster(), name, 'sh', '-c', command)).toContain(shows);
  }
  await remove(name);
  return { domain: true, ...(command === undefined ? {} : { guest: true }) };
};

// The machine that is emulated has no host device.
it.each(RECIPES.filter(({ id }) => id !== 'optionRom').map((recipe) => [recipe.id, recipe] as const))(
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
