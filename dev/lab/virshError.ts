import { LibvirtError } from '../cluster/kubevirt/libvirt/libvirtError';

/**
 * libvirt's error codes, by what virErrorMsg puts before or in place of a message. virsh prints the message only, where
 * KubeVirt's binding has the numbers, too.
 */
const CODES: readonly (readonly [RegExp, number])[] = [
  [/^internal error: /, 1],
  [/^invalid argument: /, 8],
  [/^operation failed: /, 9],
  [/^missing target information for device/, 20],
  [/^missing name information/, 21],
  [/^XML error: /, 27],
  [/^\(domain_definition\):/, 35],
  [/^Domain not found/, 42],
  [/^Requested operation is not valid: /, 55],
  [/^unsupported configuration: /, 67],
  [/^Operation not supported: /, 84],
  [/^Guest agent is not responding: /, 86],
];
/** A message that a failed system call explains. */
const SYSTEM_ERROR = 38;

/** The part of libvirt that complains: its XML reader, its domain configuration, its QEMU driver. */
const FROM = { xml: 5, qemu: 10, domain: 20 } as const;

const isFromXmlReader = (message: string): boolean =>
  /^XML error: (Invalid value|Missing required attribute|expecting root element)/.test(message);

const isFromDomain = (message: string, code: number): boolean =>
  [20, 21, 27, 35].includes(code) || /alias|invalid domain type|unknown video model/.test(message);

/** Reads what virsh says of a failure: a line about what it was to do, then libvirt's message, of several lines maybe. */
export const virshError = (stderr: string): LibvirtError => {
  const parts = stderr
    .trimEnd()
    .split(/^error: /m)
    .filter((part) => part.trim() !== '');
  const said = (parts.at(-1) ?? 'virsh failed without a word').trimEnd();
  const code = CODES.find(([pattern]) => pattern.test(said))?.[1] ?? SYSTEM_ERROR;
  const from = isFromXmlReader(said) ? FROM.xml : isFromDomain(said, code) ? FROM.domain : FROM.qemu;
  return new LibvirtError(code, from, said);
};
