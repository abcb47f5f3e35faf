import { childNamed, type XmlElement } from '../../domainSpec/xmlElement';

/** What tells elements of one name apart, the surest first. `@x`: an attribute; `y @x`: the attribute of a child. */
const IDENTITIES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    disk: ['alias @name', 'target @dev', 'serial'],
    interface: ['alias @name', 'mac @address', 'target @dev'],
    controller: ['@type @index'],
    channel: ['target @name'],
    serial: ['target @port'],
    console: ['target @type @port'],
    filesystem: ['target @dir'],
    memory: ['target/address @base'],
    input: ['@type @bus'],
    vcpu: ['@id'],
    vcpupin: ['@vcpu'],
    iothreadpin: ['@iothread'],
    memnode: ['@cellid'],
    page: ['@size @nodeset'],
    boot: ['@dev'],
    table: ['@type'],
    graphics: ['@type'],
    listen: ['@type'],
    watchdog: ['alias @name', '@model'],
    sound: ['alias @name', '@model'],
    hostdev: ['alias @name'],
    shmem: ['@name'],
    entry: ['@name'],
    feature: ['@name'],
    timer: ['@name'],
    parameter: ['@name'],
    cell: ['@id'],
    panic: ['@model'],
    'qemu:arg': ['@value'],
  }),
);

/** Of all other elements. */
const OTHERWISE: readonly string[] = ['alias @name', '@name', '@id'];

const valueOf = (element: XmlElement, source: string): string | undefined => {
  const [path = '', ...attributes] = source.split(/ ?@/);
  let owner: XmlElement | undefined = element;
  for (const step of path.split('/').filter((name) => name !== '')) {
    owner = owner && childNamed(owner, step);
  }
  if (owner === undefined) {
    return undefined;
  }
  const written = attributes.flatMap((name) => {
    const value = owner.attributes.get(name.trim());
    return value === undefined ? [] : [`${name.trim()}="${value}"`];
  });
  const values = attributes.length === 0 ? [`"${owner.text}"`] : written;
  return values.length === 0 ? undefined : [...(path === '' ? [] : [path]), ...values].join(' ');
};

/** What identifies an element among its siblings of the same name, in words that can be read: `target dev="vda"`. */
export const identitiesOf = (element: XmlElement): (string | undefined)[] =>
  (IDENTITIES.get(element.name) ?? OTHERWISE).map((source) => valueOf(element, source));

/** What shows in a path which of several elements it is; undefined where there is no need. */
export const labelOf = (element: XmlElement, hasSiblings: boolean): string | undefined => {
  if (!hasSiblings && !IDENTITIES.has(element.name)) {
    return undefined;
  }
  const identities = identitiesOf(element);
  // People know a disk by its target.
  return (element.name === 'disk' ? identities[1] : undefined) ?? identities.find((one) => one !== undefined);
};
