import { ApiTimeout } from './askApi';

const codeOf = (error: unknown): string => {
  const { code, errors } = error as { code?: unknown; errors?: unknown };
  if (typeof code === 'string') {
    return code;
  }
  // A name with several addresses fails with one error per address.
  return Array.isArray(errors) && errors.length > 0 ? codeOf(errors[0]) : '';
};

const UNTRUSTED = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

/** Why a connection to the API server at `host:port` failed, and what to do, in one sentence without credentials. */
export const connectionTrouble = (error: unknown, host: string): string => {
  if (error instanceof ApiTimeout) {
    return `The API server at ${host} does not answer within 10 seconds. Is it reachable from here (VPN, proxy)?`;
  }
  const code = codeOf(error);
  if (code === 'ECONNREFUSED') {
    return `No API server listens at ${host}. Is the cluster running?`;
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `The name of the API server ${host} cannot be resolved. Is the right network (VPN) connected?`;
  }
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH' || code === 'ETIMEDOUT') {
    return `The API server at ${host} cannot be reached (${code}). Is the right network (VPN) connected?`;
  }
  if (UNTRUSTED.includes(code)) {
    return `The certificate of the API server at ${host} is signed by nobody whom the kubeconfig trusts (${code}): it needs the right certificate-authority.`;
  }
  if (code === 'CERT_HAS_EXPIRED') {
    return `The certificate of the API server at ${host} has expired.`;
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `The certificate of the API server at ${host} is for another name; the kubeconfig can set tls-server-name.`;
  }
  if (code.includes('ALERT')) {
    return `The API server at ${host} did not accept the client certificate (${code}).`;
  }
  if (code.startsWith('ERR_OSSL')) {
    return `The certificate or key in the kubeconfig cannot be used (${code}).`;
  }
  return `The API server at ${host} does not answer${code === '' ? '' : ` (${code})`}.`;
};
