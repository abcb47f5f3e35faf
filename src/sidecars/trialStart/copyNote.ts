/** What a copy for a trial start has other than its VM. */
export type CopyNoteCode =
  /** Disks of PVCs, DataVolumes, images and host files, in place of which the copy has empty disks. */
  | 'emptyDisks'
  | 'lunsAsDisks'
  | 'shareable'
  /** Disks that the copy does not have: hot-plugged ones, and those without a volume. */
  | 'missingDisks'
  | 'filesystems'
  | 'hostDevices'
  | 'sriov'
  | 'macAddresses'
  | 'hostName'
  | 'cpuPlacement'
  | 'hugepages'
  /** `names`: the VM's memory, the copy's. */
  | 'lessMemory'
  | 'memoryHotplug'
  | 'persistentState'
  | 'accessCredentials'
  | 'probes'
  | 'affinity'
  | 'annotations'
  /** Volumes with secrets, which the copy's pod mounts as the VM's does. */
  | 'secretsMounted'
  /** Fields that this version of the plugin does not know, and so does not copy. */
  | 'otherFields';

export interface CopyNote {
  code: CopyNoteCode;
  /** The names of what it is about, as the VM has them. */
  names: readonly string[];
}

/** A note, unless it is about nothing. */
export const noteIfAny = (code: CopyNoteCode, names: readonly string[]): CopyNote[] =>
  names.length === 0 ? [] : [{ code, names }];
