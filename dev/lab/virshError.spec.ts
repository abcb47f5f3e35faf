import { expect, it } from 'vitest';
import { virshError } from './virshError';

it.each([
  [
    'error: Failed to define domain from x.xml\nerror: missing name information\n\n',
    "LibvirtError(Code=21, Domain=20, Message='missing name information')",
  ],
  [
    'error: Failed to define domain from x.xml\nerror: (domain_definition):1: Document is empty\n(null)\n^\n\n',
    "LibvirtError(Code=35, Domain=20, Message='(domain_definition):1: Document is empty\n(null)\n^')",
  ],
  [
    "error: Failed to define domain from x.xml\nerror: XML error: Invalid value for attribute 'bus' in element 'target': 'x'.\n",
    "LibvirtError(Code=27, Domain=5, Message='XML error: Invalid value for attribute 'bus' in element 'target': 'x'.')",
  ],
  [
    'error: Failed to define domain from x.xml\nerror: unsupported configuration: non unique alias detected: ua-a\n',
    "LibvirtError(Code=67, Domain=20, Message='unsupported configuration: non unique alias detected: ua-a')",
  ],
  [
    "error: Failed to create domain from x.xml\nerror: internal error: target managed='no' but specified dev doesn't exist\n",
    "LibvirtError(Code=1, Domain=10, Message='internal error: target managed='no' but specified dev doesn't exist')",
  ],
  ['', "LibvirtError(Code=38, Domain=10, Message='virsh failed without a word')"],
])('reads %j', (stderr, message) => {
  expect(virshError(stderr).message).toBe(message);
});
