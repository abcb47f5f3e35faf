import { BlockList, isIP } from 'node:net';

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Whether an entry of NO_PROXY, an address or a network such as `10.0.0.0/8` or `fd00::/8`, contains an address. */
const isInNetwork = (entry: string, address: string): boolean => {
  const [network = '', length] = entry.split('/');
  const bits = isIP(network) === 6 ? 128 : 32;
  const prefix = length === undefined ? bits : Number(length);
  if (isIP(network) === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > bits) {
    return false;
  }
  const networks = new BlockList();
  networks.addSubnet(network, prefix, familyOf(network));
  return networks.check(address, familyOf(address));
};

/** Whether an entry of NO_PROXY matches a host: `*`, a host, `host:port`, or a domain with its subdomains. */
const isMeant = (entry: string, host: string, port: string): boolean => {
  const [name = '', entryPort] = entry.replace(/^\*(?=\.)/, '').split(':');
  if (entryPort !== undefined && entryPort !== port) {
    return false;
  }
  const domain = name.replace(/^\./, '');
  return name === '*' || host.endsWith(`.${domain}`) || (host === domain && !name.startsWith('.'));
};

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);

/**
 * The proxy for a server according to HTTPS_PROXY, HTTP_PROXY and NO_PROXY (also in lower case), read as kubectl does;
 * undefined for none. Servers on this machine never use a proxy.
 */
export const environmentProxy = (
  server: string,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined => {
  const { protocol, hostname, port } = new URL(server);
  const read = (name: string): string => environment[name] ?? environment[name.toLowerCase()] ?? '';
  const proxy = read(protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY');
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  const actualPort = port || (protocol === 'https:' ? '443' : '80');
  const isExcepted = read('NO_PROXY')
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some(
      (entry) =>
        isMeant(entry.toLowerCase(), hostname, actualPort) ||
        (isIP(address) !== 0 && isInNetwork(entry, address)),
    );
  if (proxy === '' || isThisMachine(hostname) || isExcepted) {
    return undefined;
  }
  return proxy.includes('://') ? proxy : `http://${proxy}`;
};
