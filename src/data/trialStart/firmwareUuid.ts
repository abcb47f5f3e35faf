/** KubeVirt's namespace of the UUIDs that it makes from the names of VMs. */
const SPACE = '6a1a24a1406146078bf4a3963d0c5895';

/**
 * The firmware UUID that KubeVirt gives a VM that has none: version 5 of its name. Undefined where the browser has no
 * hashes, because the console is not served over HTTPS.
 */
export const firmwareUuid = async (name: string): Promise<string | undefined> => {
  // The type does not know of insecure contexts.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) {
    return undefined;
  }
  const space = SPACE.match(/../g)?.map((hex) => parseInt(hex, 16)) ?? [];
  const hash = await subtle.digest('SHA-1', Uint8Array.from([...space, ...new TextEncoder().encode(name)]));
  const bytes = [...new Uint8Array(hash).subarray(0, 16)];
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
