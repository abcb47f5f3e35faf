import { serializeHcoPatch, type HcoOperation } from '../featureGate/hcoAnnotation';
import type { JsonPatchOperation } from '../json/jsonPointer';
import { shellCommand } from '../text/shellQuote';
import { COMPUTE_CONTAINER, HCO_JSONPATCH_ANNOTATION } from '../annotation/constants';

export type Cli = 'kubectl' | 'oc';

export interface Target {
  /** The resource's name on the command line: `vm`, `configmap`, `hyperconverged`, `kubevirt`. */
  resource: string;
  name: string;
  namespace: string;
}

/** The command that writes the same patch. */
export const patchCommand = (cli: Cli, target: Target, operations: readonly JsonPatchOperation[]): string =>
  shellCommand(
    cli,
    'patch',
    target.resource,
    target.name,
    '-n',
    target.namespace,
    '--type=json',
    '-p',
    JSON.stringify(operations),
  );

/**
 * The guide's command that sets the HyperConverged annotation, with the complete new list of operations. Unlike the
 * patch, it overwrites changes that somebody else made meanwhile.
 */
export const annotateHcoCommand = (
  cli: Cli,
  hco: { name: string; namespace: string },
  operations: readonly HcoOperation[],
): string =>
  shellCommand(
    cli,
    'annotate',
    '--overwrite',
    '-n',
    hco.namespace,
    'hyperconverged',
    hco.name,
    `${HCO_JSONPATCH_ANNOTATION}=${serializeHcoPatch(operations)}`,
  );

/** Reads a YAML document from a here-document, so that it can be pasted into a shell unchanged. */
export const applyYamlCommand = (cli: Cli, yaml: string): string =>
  `${cli} apply -f - <<'YAML'\n${yaml.endsWith('\n') ? yaml : `${yaml}\n`}YAML`;

export const createYamlCommand = (cli: Cli, yaml: string): string =>
  `${cli} create -f - <<'YAML'\n${yaml.endsWith('\n') ? yaml : `${yaml}\n`}YAML`;

export const restartCommand = (name: string, namespace: string): string =>
  shellCommand('virtctl', 'restart', name, '-n', namespace);

export interface DumpXmlTarget {
  pod: string;
  namespace: string;
  vmName: string;
  /** Prints the XML for the next boot instead of the running domain's. */
  inactive?: boolean;
}

/** The command in the container. The domain is named after namespace and VM; its id is not reliable. */
export const dumpXmlWords = ({ namespace, vmName, inactive }: Omit<DumpXmlTarget, 'pod'>): string[] => [
  'virsh',
  'dumpxml',
  ...(inactive === true ? ['--inactive'] : []),
  `${namespace}_${vmName}`,
];

export const dumpXmlCommand = (cli: Cli, target: DumpXmlTarget): string =>
  shellCommand(
    cli,
    'exec',
    target.pod,
    '-n',
    target.namespace,
    '-c',
    COMPUTE_CONTAINER,
    '--',
    ...dumpXmlWords(target),
  );

/** Creates a ConfigMap from a file on the user's computer. */
export const createConfigMapCommand = (
  cli: Cli,
  target: { name: string; namespace: string; key: string; file: string },
): string =>
  shellCommand(
    cli,
    'create',
    'configmap',
    target.name,
    '-n',
    target.namespace,
    `--from-file=${target.key}=${target.file}`,
  );

/** The guide's Method 2, run inside the guest. */
export const guestManufacturerCommand = 'sudo dmidecode -s baseboard-manufacturer';
