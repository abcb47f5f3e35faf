import type { EmbeddedConsole, Persona } from './embeddedConsole';

export interface Needs {
  scenario: string;
  persona: Persona;
  tags: readonly string[];
}

const hasDemo = async ({ api }: EmbeddedConsole): Promise<boolean> =>
  api('GET', '/apis/kubevirt.io/v1/namespaces/storefront/virtualmachines/example-vm').then(
    () => true,
    () => false,
  );

/** Why a test cannot run on a cluster that it did not start; undefined if it can. */
export const whyNotHere = async (
  tested: EmbeddedConsole,
  { scenario, persona, tags }: Needs,
): Promise<string | undefined> => {
  if (persona !== 'admin') {
    return `needs a ${persona} of the embedded cluster`;
  }
  if (tags.includes('@safe')) {
    return undefined;
  }
  if (scenario !== 'demo') {
    return `needs the scenario ${scenario} of the embedded cluster`;
  }
  return (await hasDemo(tested)) ? undefined : 'needs the VMs of the scenario demo';
};
