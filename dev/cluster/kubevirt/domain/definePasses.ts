import type { LogBuffer } from '../launcher/logBuffer';
import { LauncherPanic, type HookManager } from '../sidecar/hookManager';
import type { HotplugPorts } from './hotplugPorts';
import { throughDomainSpec } from './kubeVirtSchema';
import { parseAsKubeVirt } from './parseXml';
import { renderGoXml } from './renderXml';
import { attribute, child, childElements, copy, element, type XmlElement } from './xmlTree';

const devicesOf = (domain: XmlElement): XmlElement => child(domain, 'devices') ?? element('devices');

/** virt-launcher reads the alias of every disk and interface in libvirt's answer; those that it did not define have none. */
const requireAliases = (domain: XmlElement): void => {
  const aliased = childElements(devicesOf(domain)).filter(
    ({ name }) => name === 'disk' || name === 'interface',
  );
  if (aliased.some((device) => child(device, 'alias') === undefined)) {
    throw new LauncherPanic();
  }
};

export const PLACEHOLDER = 'placeholder-';

const withPlaceholders = (converted: XmlElement, count: number): XmlElement => {
  const domain = copy(converted);
  const { children } = devicesOf(domain);
  const made = Array.from({ length: count }, (_, index) =>
    element('interface', { type: 'ethernet' }, [
      element('source'),
      element('target', { dev: `${PLACEHOLDER}${index}`, managed: 'no' }),
      element('model', { type: 'virtio-non-transitional' }),
      element('alias', { name: `${PLACEHOLDER}${index}` }),
    ]),
  );
  children.splice(childElements(devicesOf(domain), 'interface').length, 0, ...made);
  return domain;
};

export interface DefineContext {
  manager: Pick<HookManager, 'onDefineDomain'>;
  /** Defines a domain from a script's output. Resolves to libvirt's form of it; rejects with LibvirtError. */
  define: (xml: string) => Promise<XmlElement>;
  log: LogBuffer;
  vmiJson: string;
  /** Fields of every log line: namespace, name, uid, kind. */
  fields: Record<string, string>;
  ports: HotplugPorts;
}

/**
 * Defines an instance's domain like virt-launcher, which calls the hook scripts several times: first with the converter's
 * XML, which has placeholders for interfaces that may be plugged in later; then with the converter's XML again, but with
 * libvirt's devices except interfaces; and, if root ports are added, with these in the last output. The output of the last
 * call becomes the domain. Resolves to libvirt's form of it. Throws the error of SyncVMI.
 */
export const definePasses = async (converted: XmlElement, context: DefineContext): Promise<XmlElement> => {
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
  const { placeholders, extra } = context.ports;
  let last = await pass(withPlaceholders(converted, placeholders));
  if (placeholders > 0) {
    const readBack = throughDomainSpec(copy(last.defined));
    const second = copy(converted);
    devicesOf(second).children = [
      ...childElements(devicesOf(converted), 'interface'),
      ...childElements(devicesOf(readBack)).filter(({ name }) => name !== 'interface'),
    ];
    last = await pass({ ...throughDomainSpec(second), attributes: converted.attributes });
  }
  if (extra > 0) {
    const third = copy(last.spec);
    const devices = devicesOf(third);
    const ports = childElements(devices, 'controller').filter(
      (item) => attribute(item, 'model') === 'pcie-root-port',
    );
    const next = Math.max(0, ...ports.map((port) => Number(attribute(port, 'index')))) + 1;
    for (let port = 0; port < extra; port += 1) {
      devices.children.push(
        element('controller', { type: 'pci', index: String(next + port), model: 'pcie-root-port' }),
      );
    }
    last = await pass(throughDomainSpec(third));
  }
  log.writeJson('virt-launcher', 'info', 'Domain defined.', { ...fields, pos: 'manager.go:1102' });
  requireAliases(last.defined);
  return last.defined;
};
