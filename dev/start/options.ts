import { parseArgs } from 'node:util';
import { UserError } from './userError';

export interface StartOptions {
  port: number;
  apiPort: number;
  /** Undefined: the default scenario, or none when manifests are given. */
  scenario: string | undefined;
  manifests: string | undefined;
  vms: number;
  writeKubeconfig: string | undefined;
  open: boolean;
  /** Whether the console behaves as if kubevirt-plugin were installed beside. */
  virtualization: boolean;
  help: boolean;
}

export const HELP = `Starts the embedded cluster and console with the plugin in it.

Usage: npm start -- [options]

  --port PORT               where the console listens (9000)
  --api-port PORT           where the Kubernetes API listens (9080)
  --scenario NAME           what is in the cluster at the start (demo)
  --manifests DIR           loads the YAML files of a folder; without --scenario nothing else
  --vms N                   adds N more VMs
  --write-kubeconfig PATH   where to write the kubeconfig
  --without-virtualization  as if the console had no kubevirt-plugin
  --no-open                 does not open the browser
  --help                    shows this`;

const PORT_LIMIT = 65_535;
const VM_LIMIT = 20_000;

const wholeNumber = (option: string, text: string, limit: number): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > limit) {
    throw new UserError(`--${option} takes a whole number up to ${limit}, not “${text}”.`);
  }
  return value;
};

/** Reads the command line. Throws UserError for what it does not know. */
export const parseOptions = (args: readonly string[]): StartOptions => {
  try {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        port: { type: 'string', default: '9000' },
        'api-port': { type: 'string', default: '9080' },
        scenario: { type: 'string' },
        manifests: { type: 'string' },
        vms: { type: 'string', default: '0' },
        'write-kubeconfig': { type: 'string' },
        'without-virtualization': { type: 'boolean', default: false },
        open: { type: 'boolean', default: true },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return {
      port: wholeNumber('port', values.port, PORT_LIMIT),
      apiPort: wholeNumber('api-port', values['api-port'], PORT_LIMIT),
      scenario: values.scenario,
      manifests: values.manifests,
      vms: wholeNumber('vms', values.vms, VM_LIMIT),
      writeKubeconfig: values['write-kubeconfig'],
      open: values.open,
      virtualization: !values['without-virtualization'],
      help: values.help,
    };
  } catch (error) {
    if (error instanceof UserError) {
      throw error;
    }
    throw new UserError(`${error instanceof Error ? error.message : String(error)} See npm start -- --help.`);
  }
};
