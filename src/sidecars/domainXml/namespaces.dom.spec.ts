import { describe, expect, it } from 'vitest';
import { namespacesOf, prefixesIn } from './namespaces';

describe('namespacesOf', () => {
  it('knows the declarations of all elements, and those that libvirt and KubeVirt use', () => {
    const document = new DOMParser().parseFromString(
      '<domain xmlns:qemu="urn:q"><metadata><a:b xmlns:a="urn:a"/><a:b xmlns:a="urn:later"/></metadata></domain>',
      'application/xml',
    );
    expect(Object.fromEntries(namespacesOf(document.getElementsByTagName('*')))).toEqual({
      qemu: 'urn:q',
      a: 'urn:a',
      kubevirt: 'http://kubevirt.io',
      xml: 'http://www.w3.org/XML/1998/namespace',
    });
  });
});

describe('prefixesIn', () => {
  it.each([
    ['//qemu:arg', ['qemu']],
    ['//qemu:*/@a:b', ['qemu', 'a']],
    ['child::entry', []],
    ['child::q:entry', ['q']],
    ['//entry[. = "a:b" or . = \'c:d\']', []],
    ['//entry', []],
  ])('finds those of %s', (xpath, prefixes) => {
    expect(prefixesIn(xpath)).toEqual(prefixes);
  });
});
