import { KUBERNETES_VERSION } from '../../kubernetesVersion';
import type { EmbeddedHost } from '../embeddedHost';
import { AGGREGATED_TYPE, aggregatedDiscovery, legacyDiscovery, wantsAggregated } from '../discovery';
import { openApiV2, openApiV2Protobuf, openApiV3, openApiV3Index, PROTOBUF_TYPE } from '../openApi';
import type { Answer } from './respond';

const [major = '', minor = ''] = KUBERNETES_VERSION.split('.');

const VERSION = {
  major,
  minor,
  emulationMajor: major,
  emulationMinor: minor,
  minCompatibilityMajor: major,
  minCompatibilityMinor: String(Number(minor) - 1),
  gitVersion: `v${KUBERNETES_VERSION}+embedded`,
  gitCommit: '',
  gitTreeState: 'clean',
  buildDate: '1970-01-01T00:00:00Z',
  goVersion: '',
  compiler: `node ${process.version}`,
  platform: `${process.platform}/${process.arch}`,
};

export const isHealthPath = (pathname: string): boolean => /^\/(healthz|livez|readyz)(\/|$)/.test(pathname);

/** Answers what is about the server and not about objects; undefined for any other path. */
export const answerInfo = (
  host: EmbeddedHost,
  pathname: string,
  accept: string | undefined,
): Answer | undefined => {
  const path = pathname.replace(/(.)\/$/, '$1');
  if (path === '/version') {
    return { code: 200, body: VERSION };
  }
  if ((path === '/api' || path === '/apis') && wantsAggregated(accept)) {
    const root = path === '/api' ? 'api' : 'apis';
    return { code: 200, body: aggregatedDiscovery(host, root), contentType: AGGREGATED_TYPE };
  }
  if (path === '/openapi/v2') {
    return accept?.includes('proto-openapi.spec.v2') === true
      ? { code: 200, body: openApiV2Protobuf(), contentType: PROTOBUF_TYPE }
      : { code: 200, body: openApiV2() };
  }
  if (path === '/openapi/v3') {
    return { code: 200, body: openApiV3Index(host) };
  }
  if (path.startsWith('/openapi/v3/')) {
    const document = openApiV3(host, path.slice('/openapi/v3/'.length));
    return document && { code: 200, body: document };
  }
  const discovery = legacyDiscovery(host, path);
  return discovery && { code: 200, body: discovery };
};
