import type { StoredObject } from '../cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../scenarios/objects';
import { GUIDE_SCRIPT } from '../scenarios/scripts';

export const XML_NAMESPACE = 'bench-xml';

/** A script may print 4 MB. libvirt turns these into more than 5 MB, on separate lines and with each `>` as `&gt;`. */
const NOTES = 36_000;
/** Occurs once, at the end of the large XML. */
export const LAST_NOTE = `n="${NOTES - 1}"`;

/** Puts many elements into the metadata of the domain, the only part that allows arbitrary ones. */
const NOTES_SCRIPT = `#!/bin/sh
set -eu
printf '%s' "\${4%%</metadata>*}<bench:notes xmlns:bench='urn:bench'>"
awk 'BEGIN { for (i = 0; i < ${NOTES}; i++) printf "<bench:note n=\\"%d\\">What a script noted >>>>>>>>>>>>>>>> of a device</bench:note>", i }'
printf '%s\\n' "</bench:notes></metadata>\${4#*</metadata>}"
`;

const expects = (xpath: string): Record<string, string> => ({
  'sidecar-hooks.kubevirt.io/expected-results': JSON.stringify([{ kind: 'xpathExists', xpath }]),
});

/** Two running VMs, each with a script that has expected results: `small` with usual XML, `large` with 5 MB of it. */
export const xmlObjects = (): StoredObject[] => [
  namespace(XML_NAMESPACE),
  hookScript(XML_NAMESPACE, 'guide', GUIDE_SCRIPT, expects('//sysinfo/baseBoard/entry')),
  hookScript(XML_NAMESPACE, 'notes', NOTES_SCRIPT, expects("//*[local-name()='notes']")),
  virtualMachine(XML_NAMESPACE, 'small', { sidecars: [onDefineDomain('guide')] }),
  virtualMachine(XML_NAMESPACE, 'large', { sidecars: [onDefineDomain('notes')] }),
];
