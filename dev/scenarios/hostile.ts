import { platformObjects } from '../cluster/kubevirt/platform';
import { hookScript, namespace, onDefineDomain, virtualMachine } from './objects';
import type { Scenario } from './scenario';

const PLACE = 'hostile';

const MARKUP = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';
const RIGHT_TO_LEFT = '\u202Eevil\u202C\u2066\u200B';
const CONTROLS = '\u001b[31mred\u0007';

/** Prints false messages and writes them into the domain. */
const HOSTILE_SCRIPT = `#!/bin/sh
# ${RIGHT_TO_LEFT} ${MARKUP}
printf '{"level":"constructor","msg":"%s"}\\n' '<b>${RIGHT_TO_LEFT}</b>' >&2
printf '%s\\n' 'password=hunter2secret ${CONTROLS}' >&2
printf '%s' "$4" | sed 's|</name>|</name><title>\\&lt;script>document.title="owned"\\&lt;/script>${RIGHT_TO_LEFT}</title>|'
`;

/** As libvirt stores it: markup escaped, other characters unchanged. */
const ESCAPED = MARKUP.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Writes the same into the domain's title and description. */
const TITLE_SCRIPT = `#!/bin/sh
cat > added <<'END'
<title>${ESCAPED}${RIGHT_TO_LEFT}</title><description>${ESCAPED}
${RIGHT_TO_LEFT} password="hunter2secret" \u0085</description>
END
printf '%s' "$4" | sed '/<\\/name>/r added'
`;

export const hostile: Scenario = {
  name: 'hostile',
  description: 'VMs whose owners try to deceive the reader or to break the page',
  kubeVirtVersion: 'v1.9.0',
  hco: true,
  objects: (kubeVirtVersion) => [
    ...platformObjects({ kubeVirtVersion, hco: true, sidecarGate: true }),
    namespace(PLACE),
    hookScript(PLACE, 'hostile-script', HOSTILE_SCRIPT, {
      'sidecar-hooks.kubevirt.io/expected-results': '['.repeat(10_000),
    }),
    virtualMachine(PLACE, 'markup', {
      sidecars: [
        onDefineDomain('hostile-script', {
          image: `quay.io/${RIGHT_TO_LEFT}/${MARKUP}`,
          args: ['--version', 'v1alpha3', MARKUP, CONTROLS, '$t(key)', '{{name}}'],
        }),
      ],
    }),
    virtualMachine(PLACE, 'runs', { sidecars: [onDefineDomain('hostile-script')] }),
    hookScript(PLACE, 'hostile-title', TITLE_SCRIPT, {
      'sidecar-hooks.kubevirt.io/expected-results': JSON.stringify([
        { kind: 'xpathEquals', xpath: '/domain/title', value: RIGHT_TO_LEFT },
        { kind: 'text', text: `${MARKUP}${RIGHT_TO_LEFT}` },
        { kind: MARKUP, password: 'hunter2secret' },
      ]),
    }),
    virtualMachine(PLACE, 'title', { sidecars: [onDefineDomain('hostile-title')] }),
    virtualMachine(PLACE, 'prototype', {
      sidecars: `[{"args":["--version","v1alpha3"],"__proto__":{"polluted":true},"constructor":1,"configMap":{"name":"hostile-script","key":"script.sh","hookPath":"/usr/bin/onDefineDomain"}}]`,
      runStrategy: 'Halted',
    }),
    virtualMachine(PLACE, 'deep', { sidecars: '['.repeat(50_000), runStrategy: 'Halted' }),
    virtualMachine(PLACE, 'long', {
      sidecars: JSON.stringify([
        onDefineDomain('hostile-script', { args: ['--version', 'x'.repeat(200_000)] }),
      ]),
      runStrategy: 'Halted',
    }),
  ],
};
