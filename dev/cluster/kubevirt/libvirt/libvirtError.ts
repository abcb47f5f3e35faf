/** A refusal by libvirt, in the words in which KubeVirt passes it on. */
export class LibvirtError extends Error {
  constructor(
    readonly code: number,
    readonly domain: number,
    readonly said: string,
  ) {
    super(`LibvirtError(Code=${code}, Domain=${domain}, Message='${said}')`);
  }
}
