import type { HookPoint } from '../annotation/hookPoint';
import type { Expectation } from '../domainXml/expectedResults';
import type { VirtualMachine } from '../objects/resources';
import type { Parameter, ParameterValues } from './parameter';

export const RECIPE_CATEGORIES = [
  'identity',
  'disk',
  'display',
  'cpu',
  'device',
  'network',
  'guest',
  'debug',
] as const;
export type RecipeCategory = (typeof RECIPE_CATEGORIES)[number];

/** What KubeVirt does without a hook script, which is shown first. */
export interface NativeAlternative {
  /** When it is enough. */
  when: string;
  /** The first release of KubeVirt that has it; undefined if all releases with hook scripts have it. */
  since?: string;
  yaml: string;
}

/** A field of a VM. */
export interface NativeField {
  path: readonly string[];
  value: unknown;
}

interface RecipePreset {
  title: string;
  values: ParameterValues;
}

/**
 * What a user wants, as a form and as a script. Texts are English sentences, marked with `t` for the extraction of
 * translations.
 */
export interface Recipe {
  id: string;
  /** Rises with each change of the generated script. */
  version: number;
  title: string;
  /** What it does, in one sentence. */
  does: string;
  category: RecipeCategory;
  hookPoint: HookPoint;
  parameters: readonly Parameter[];
  presets?: readonly RecipePreset[];
  native?: NativeAlternative;
  /** The field of this VM that alone does the same as the script with these values; undefined if there is none. */
  nativeField?: (values: ParameterValues, vm: VirtualMachine) => NativeField | undefined;
  /**
   * Python that defines `change(domain)`, or `change(data)` with the cloud-init data. It reads `PARAMETERS` and may use
   * the functions of `script/pythonParts.ts`.
   */
  change: string;
  caveats: readonly string[];
  /** The address of libvirt's, QEMU's or cloud-init's documentation. */
  documentation: string;
  expectations: (values: ParameterValues) => Expectation[];
  /** A shell command that shows the result in a Linux guest. */
  guestCommand?: string;
  /** The CEL expression that does the same in a domain hook of a Plugin, or why there is none. */
  cel: ((values: ParameterValues) => string) | { missing: string };
}
