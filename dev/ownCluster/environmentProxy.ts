/** Whether a host is meant by an entry of NO_PROXY: `*`, a host, `host:port`, or a domain with all below it. */
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
 * The proxy on the way to a server, by HTTPS_PROXY, HTTP_PROXY and NO_PROXY (in lower case as well), as kubectl reads
 * them; undefined for none. What is on this machine never goes through one. Networks in NO_PROXY are not understood.
 */
export const environmentProxy = (
  server: string,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined => {
  const { protocol, hostname, port } = new URL(server);
  const read = (name: string): string => environment[name] ?? environment[name.toLowerCase()] ?? '';
  const proxy = read(protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY');
  const actualPort = port || (protocol === 'https:' ? '443' : '80');
  const isExcepted = read('NO_PROXY')
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => isMeant(entry.toLowerCase(), hostname, actualPort));
  if (proxy === '' || isThisMachine(hostname) || isExcepted) {
    return undefined;
  }
  return proxy.includes('://') ? proxy : `http://${proxy}`;
};
