import type { Sidecar } from './sidecar';

const FLAG = '--version';

interface VersionFlag {
  index: number;
  /** Undefined when the flag is the last argument and so has no value. */
  value: string | undefined;
  /** Whether the value is in the same argument: `--version=v1alpha3`. */
  joined: boolean;
}

/** The flag that counts, which is the last one before a `--`, and where flags end. */
const findFlag = (args: readonly string[]): { flag: VersionFlag | undefined; end: number } => {
  let flag: VersionFlag | undefined;
  let index = 0;
  while (index < args.length) {
    const arg = args[index];
    if (arg === '--') {
      return { flag, end: index };
    }
    if (arg === FLAG) {
      flag = { index, value: args[index + 1], joined: false };
      index += 1;
    } else if (arg?.startsWith(`${FLAG}=`) === true) {
      flag = { index, value: arg.slice(FLAG.length + 1), joined: true };
    }
    index += 1;
  }
  return { flag, end: args.length };
};

/** The protocol version that the sidecar's arguments ask the shim for. */
export const versionOf = (sidecar: Sidecar): string | undefined => findFlag(sidecar.args ?? []).flag?.value;

/** The same sidecar asking for `version`; its other arguments stay as they are. */
export const withVersion = (sidecar: Sidecar, version: string): Sidecar => {
  const args = sidecar.args ?? [];
  const { flag, end } = findFlag(args);
  if (flag === undefined) {
    return { ...sidecar, args: args.toSpliced(end, 0, FLAG, version) };
  }
  return {
    ...sidecar,
    args: flag.joined
      ? args.with(flag.index, `${FLAG}=${version}`)
      : args.toSpliced(flag.index, 2, FLAG, version),
  };
};

/** The flags before a `--` that sidecar-shim does not know: it knows only --version. */
export const unknownFlags = (args: readonly string[]): string[] => {
  const rest = argumentsBesidesVersion(args);
  const end = rest.indexOf('--');
  return rest.slice(0, end < 0 ? undefined : end).filter((arg) => /^-./.test(arg) && arg !== FLAG);
};

/** The sidecar's arguments without any version flag and its value. */
export const argumentsBesidesVersion = (args: readonly string[]): string[] => {
  const { flag } = findFlag(args);
  return flag === undefined
    ? [...args]
    : argumentsBesidesVersion(args.toSpliced(flag.index, flag.joined ? 1 : 2));
};
