import { defineDomain } from '../domain/defineDomain';
import { VIRT_LAUNCHER_HOST } from '../domain/libvirtHost';
import { liveDomain } from '../domain/liveDomain';
import { DomainXmlError, parseAsLibvirt } from '../domain/parseXml';
import { child, childElements, type XmlElement } from '../domain/xmlTree';
import { virsh } from '../virsh/virsh';
import { LibvirtError } from './libvirtError';
import type { PodLibvirt } from './podLibvirt';

/** virt-launcher uses libvirt's session mode, which cannot limit network bandwidth. */
const refuseSessionLimits = (domain: XmlElement): void => {
  const devices = child(domain, 'devices');
  if (
    devices !== undefined &&
    childElements(devices, 'interface').some((nic) => child(nic, 'bandwidth') !== undefined)
  ) {
    throw new LibvirtError(
      84,
      0,
      'Operation not supported: Network bandwidth tuning is not available in session mode',
    );
  }
};

const define = (text: string): XmlElement => {
  try {
    const defined = defineDomain(parseAsLibvirt(text), VIRT_LAUNCHER_HOST);
    refuseSessionLimits(defined);
    return defined;
  } catch (error) {
    throw error instanceof DomainXmlError ? new LibvirtError(35, 20, error.message) : error;
  }
};

/** Computes libvirt's result for a domain; nothing runs. */
export const simulatedLibvirt = (): PodLibvirt => {
  let defined: XmlElement | undefined;
  let live: XmlElement | undefined;
  let isPaused = false;
  return {
    define: (text) =>
      // Refusals become rejections too.
      new Promise((resolve) => {
        defined = define(text);
        resolve(defined);
      }),
    start: (_cloudInit, startsPaused) => {
      isPaused = startsPaused;
      live = defined === undefined ? undefined : liveDomain(defined, 1, VIRT_LAUNCHER_HOST);
      return Promise.resolve();
    },
    suspend: () => {
      isPaused = true;
      return Promise.resolve();
    },
    resume: () => {
      isPaused = false;
      return Promise.resolve();
    },
    virsh: (args) =>
      Promise.resolve(
        virsh(defined === undefined || live === undefined ? undefined : { defined, live, isPaused }, args),
      ),
    console: () => undefined,
    stop: () => {
      live = undefined;
      return Promise.resolve();
    },
  };
};
