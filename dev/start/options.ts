import { parseArgs } from 'node:util';
import { UserError } from '../base/userError';

const PATTERNFLY_VERSIONS = ['6.4', '6.6'] as const;

export interface StartOptions {
  port: number;
  apiPort: number;
  /** Undefined: the default scenario, or none when manifests are given. */
  scenario: string | undefined;
  /** In the form `v1.2.0`. Undefined: that of the scenario. */
  kubeVirtVersion: string | undefined;
  manifests: string | undefined;
  vms: number;
  writeKubeconfig: string | undefined;
  /** Whether VMs run in a real libvirt; undefined: if the machine is prepared for it. */
  libvirt: boolean | undefined;
  /** Whether requests can be made to fail. */
  faults: boolean;
  open: boolean;
  /** Whether the console behaves as if kubevirt-plugin were installed. */
  virtualization: boolean;
  /** Whose style sheets the console has. */
  patternfly: (typeof PATTERNFLY_VERSIONS)[number];
  /** Undefined: the embedded cluster. '' means $KUBECONFIG or ~/.kube/config. */
  kubeconfig: string | undefined;
  context: string | undefined;
  as: string | undefined;
  asGroups: readonly string[];
  help: boolean;
}

export const HELP = `Starts the embedded cluster and console with the plugin in it, or the console for a cluster of your own.

Usage: npm start -- [options]

  --port PORT               where the console listens (9000)
  --api-port PORT           where the Kubernetes API listens (9080)
  --scenario NAME           what is in the cluster at the start (demo)
  --kubevirt-version N      as if KubeVirt N ran there: 1.1 to 1.9 (that of the scenario)
  --manifests DIR           loads the YAML files of a folder; without --scenario nothing else
  --vms N                   adds N more VMs
  --write-kubeconfig PATH   where to write the kubeconfig
  --faults                  serves /__faults on the API port, by which tests make requests fail
  --libvirt, --no-libvirt   runs the VMs for real, by libvirt and QEMU, or not
                            (real by itself where npm run lab has prepared it)
  --without-virtualization  as if the console had no kubevirt-plugin
  --patternfly VERSION      style sheets of PatternFly 6.4, as in the console 4.22, or 6.6, as in later ones (6.4)
  --no-open                 does not open the browser
  --help                    shows this

With your own cluster instead of the embedded one:

  --kubeconfig [PATH]       the cluster of a kubeconfig; without PATH of $KUBECONFIG or ~/.kube/config
  --context NAME            another context than the current one
  --as USER                 acts as this user
  --as-group GROUP          acts as a member of this group; may be given several times`;

/** Options that apply to the embedded cluster only. */
const EMBEDDED_ONLY = [
  'scenario',
  'kubevirt-version',
  'manifests',
  'vms',
  'api-port',
  'write-kubeconfig',
  'faults',
] as const;
/** Options that need --kubeconfig. */
const OWN_ONLY = ['context', 'as', 'as-group'] as const;

const PORT_LIMIT = 65_535;
const VM_LIMIT = 20_000;

const wholeNumber = (option: string, text: string, limit: number): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > limit) {
    throw new UserError(`--${option} takes a whole number up to ${limit}, not “${text}”.`);
  }
  return value;
};

/** Converts `1.2`, `v1.2` and `1.2.1` to `v1.2.0` and `v1.2.1`. */
const kubeVirtVersion = (text: string | undefined): string | undefined => {
  if (text === undefined) {
    return undefined;
  }
  const [, minor, patch = '0'] = /^v?1\.([1-9])(?:\.(\d+))?$/.exec(text) ?? [];
  if (minor === undefined) {
    throw new UserError(`--kubevirt-version takes a version from 1.1 to 1.9, not “${text}”.`);
  }
  return `v1.${minor}.${patch}`;
};

const patternFlyVersion = (text: string): StartOptions['patternfly'] => {
  const version = PATTERNFLY_VERSIONS.find((known) => known === text);
  if (version === undefined) {
    throw new UserError(`--patternfly takes ${PATTERNFLY_VERSIONS.join(' or ')}, not “${text}”.`);
  }
  return version;
};

/** Allows `--kubeconfig` without a value, which `parseArgs` accepts only as an empty value. */
const withKubeconfigAlone = (args: readonly string[]): string[] =>
  args.map((arg, index) =>
    arg === '--kubeconfig' && (args[index + 1] ?? '-').startsWith('-') ? '--kubeconfig=' : arg,
  );

/** Throws UserError for options that exclude each other. */
const checkTogether = (values: Readonly<Record<string, unknown>>): void => {
  const isOwn = values.kubeconfig !== undefined;
  const misplaced = (isOwn ? EMBEDDED_ONLY : OWN_ONLY).find((name) => values[name] !== undefined);
  if (misplaced !== undefined) {
    throw new UserError(
      isOwn
        ? `--${misplaced} is for the embedded cluster and does not go with --kubeconfig.`
        : `--${misplaced} goes with --kubeconfig only: the embedded cluster has personas to switch between.`,
    );
  }
  if (values['as-group'] !== undefined && values.as === undefined) {
    throw new UserError('--as-group needs --as: a group alone is nobody.');
  }
};

/** Reads the command line. Throws UserError for unknown options and values. */
export const parseOptions = (args: readonly string[]): StartOptions => {
  try {
    const { values } = parseArgs({
      args: withKubeconfigAlone(args),
      allowNegative: true,
      options: {
        port: { type: 'string', default: '9000' },
        'api-port': { type: 'string' },
        scenario: { type: 'string' },
        'kubevirt-version': { type: 'string' },
        manifests: { type: 'string' },
        vms: { type: 'string' },
        'write-kubeconfig': { type: 'string' },
        faults: { type: 'boolean' },
        libvirt: { type: 'boolean' },
        'without-virtualization': { type: 'boolean', default: false },
        patternfly: { type: 'string', default: '6.4' },
        open: { type: 'boolean', default: true },
        kubeconfig: { type: 'string' },
        context: { type: 'string' },
        as: { type: 'string' },
        'as-group': { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    checkTogether(values);
    return {
      port: wholeNumber('port', values.port, PORT_LIMIT),
      apiPort: wholeNumber('api-port', values['api-port'] ?? '9080', PORT_LIMIT),
      scenario: values.scenario,
      kubeVirtVersion: kubeVirtVersion(values['kubevirt-version']),
      manifests: values.manifests,
      vms: wholeNumber('vms', values.vms ?? '0', VM_LIMIT),
      writeKubeconfig: values['write-kubeconfig'],
      libvirt: values.libvirt,
      faults: values.faults === true,
      open: values.open,
      virtualization: !values['without-virtualization'],
      patternfly: patternFlyVersion(values.patternfly),
      kubeconfig: values.kubeconfig,
      context: values.context,
      as: values.as,
      asGroups: values['as-group'] ?? [],
      help: values.help,
    };
  } catch (error) {
    if (error instanceof UserError) {
      throw error;
    }
    throw new UserError(`${error instanceof Error ? error.message : String(error)} See npm start -- --help.`);
  }
};
