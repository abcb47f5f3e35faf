import { networkData } from './cloudInit/networkData';
import { sshKey } from './cloudInit/sshKey';
import { writeFile } from './cloudInit/writeFile';
import { cpuDetails } from './domain/cpuDetails';
import { diskCache } from './domain/diskCache';
import { diskIdentity } from './domain/diskIdentity';
import { diskIoLimits } from './domain/diskIoLimits';
import { display } from './domain/display';
import { inspect } from './domain/inspect';
import { ivshmem } from './domain/ivshmem';
import { nicModel } from './domain/nicModel';
import { nicRings } from './domain/nicRings';
import { optionRom } from './domain/optionRom';
import { pciHole } from './domain/pciHole';
import { qemuArguments } from './domain/qemuArguments';
import { sharedMemory } from './domain/sharedMemory';
import { smbios } from './domain/smbios';
import { sound } from './domain/sound';
import { viommu } from './domain/viommu';
import { vncClipboard } from './domain/vncClipboard';
import { watchdog } from './domain/watchdog';
import type { Recipe } from './recipe';

/** All recipes, what most people ask for first. */
export const RECIPES: readonly Recipe[] = [
  smbios,
  qemuArguments,
  diskIoLimits,
  viommu,
  diskIdentity,
  display,
  vncClipboard,
  sharedMemory,
  ivshmem,
  cpuDetails,
  nicRings,
  nicModel,
  pciHole,
  diskCache,
  optionRom,
  watchdog,
  sound,
  writeFile,
  sshKey,
  networkData,
  inspect,
];
