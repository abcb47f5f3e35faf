import type { Expectation } from '../domainXml/expectedResults';

export const equals = (xpath: string, value: string | number): Expectation => ({
  kind: 'xpathEquals',
  xpath,
  value: String(value),
});

export const exists = (xpath: string): Expectation => ({ kind: 'xpathExists', xpath });

/** The XPath of a VM's disks or interfaces: the one with this name, or any of the VM's own. */
export const devicePath = (tag: string, name: string, condition = ''): string =>
  `/domain/devices/${tag}${condition}[${
    name === '' ? 'starts-with(alias/@name, "ua-")' : `alias/@name = "ua-${name}"`
  }]`;
