import type { LogBuffer } from '../launcher/logBuffer';
import { LauncherPanic, type HookManager } from '../sidecar/hookManager';
import { throughDomainSpec } from './kubeVirtSchema';
import { parseAsKubeVirt } from './parseXml';
import { renderGoXml } from './renderXml';
import { attribute, child, childElements, copy, element, type XmlElement } from './xmlTree';

const devicesOf = (domain: XmlElement): XmlElement => child(domain, 'devices') ?? element('devices');

/** virt-launcher reads the alias of every disk and interface it gets back, and there is none for foreign ones. */
const requireAliases = (domain: XmlElement): void => {
  const aliased = childElements(devicesOf(domain)).filter(
    ({ name }) => name === 'disk' || name === 'interface',
  );
  if (aliased.some((device) => child(device, 'alias') === undefined)) {
    throw new LauncherPanic();
  }
};

export interface DefineContext {
  manager: HookManager;
  /** Makes a script's output the definition and answers what libvirt made of it. Rejects with LibvirtError. */
  define: (xml: string) => Promise<XmlElement>;
  log: LogBuffer;
  vmiJson: string;
  /** Fields that go with every log line: namespace, name, uid, kind. */
  fields: Record<string, string>;
  /** 3 from KubeVirt 1.8 on, which adds root ports in a step of its own; 2 before. */
  passes: number;
}

/**
 * Defines an instance's domain as virt-launcher does: the hook scripts see it once as the converter made it, then
 * with the devices as libvirt gives them back, and since KubeVirt 1.8 again with hot-plug ports added. What the last
 * script printed, as it is, becomes the domain. Throws what SyncVMI answers.
 */
export const definePasses = async (converted: XmlElement, context: DefineContext): Promise<void> => {
  const { log, fields } = context;
  const pass = async (input: XmlElement): Promise<{ spec: XmlElement; defined: XmlElement }> => {
    const output = await context.manager.onDefineDomain(renderGoXml(input), context.vmiJson);
    const spec = throughDomainSpec(parseAsKubeVirt(output));
    const dump = Buffer.from(output).toString('base64');
    log.writeJson('virt-launcher', 'info', `Domain XML generated. Base64 dump ${dump}`, {
      ...fields,
      pos: 'libvirt_helper.go:135',
    });
    return { spec, defined: await context.define(output) };
  };
  const first = await pass(converted);
  const readBack = throughDomainSpec(copy(first.defined));
  const second = copy(converted);
  devicesOf(second).children = devicesOf(readBack).children;
  let last = await pass(second);
  if (context.passes > 2) {
    const third = copy(last.spec);
    const devices = devicesOf(third);
    const ports = childElements(devices, 'controller').filter(
      (item) => attribute(item, 'model') === 'pcie-root-port',
    );
    const next = Math.max(0, ...ports.map((port) => Number(attribute(port, 'index')))) + 1;
    for (const index of [next, next + 1, next + 2]) {
      devices.children.push(
        element('controller', { type: 'pci', index: String(index), model: 'pcie-root-port' }),
      );
    }
    last = await pass(throughDomainSpec(third));
  }
  log.writeJson('virt-launcher', 'info', 'Domain defined.', { ...fields, pos: 'manager.go:1102' });
  requireAliases(last.defined);
};
