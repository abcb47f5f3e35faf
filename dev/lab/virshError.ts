import { LibvirtError } from '../cluster/kubevirt/libvirt/libvirtError';

/**
 * libvirt's error codes by the text that virErrorMsg puts before or instead of a message. virsh prints only the message,
 * while KubeVirt's binding also has the numbers.
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
/** The code for a message from a failed system call. */
const SYSTEM_ERROR = 38;

/** The error domain: libvirt's XML parser, its domain configuration, or its QEMU driver. */
const FROM = { xml: 5, qemu: 10, domain: 20 } as const;

const isFromXmlReader = (message: string): boolean =>
  /^XML error: (Invalid value|Missing required attribute|expecting root element)/.test(message);

const isFromDomain = (message: string, code: number): boolean =>
  [20, 21, 27, 35].includes(code) || /alias|invalid domain type|unknown video model/.test(message);

/** Parses virsh's error output: a line about the command, then libvirt's message, maybe of several lines. */
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
