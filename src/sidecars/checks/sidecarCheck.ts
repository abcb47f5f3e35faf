import { checkedSidecars, sidecarsIn } from '../annotation/annotation';
import { isAtLeast, parseKubeVirtVersion } from '../featureGate/kubevirtVersion';
import type { Sidecar } from '../annotation/sidecar';
import { replaceSidecar } from '../annotation/sidecarList';
import { t, type Params, type ParamsFor, type Texts } from '../findings/finding';
import type { Check, CheckContext, Fix, Found, Place, Severity } from './check';

export interface CheckedSidecar {
  sidecar: Sidecar;
  index: number;
  all: readonly Sidecar[];
  context: CheckContext;
}

/** What a check says of one sidecar; the rest of the finding follows from where it checked. */
type SidecarFinding<Sentences> = ParamsFor<Sentences> & {
  field?: string;
  severity?: Severity;
  fix?: Fix | undefined;
};

type Entry<What extends string, Why extends string, Cure extends string, Find> = Omit<
  Check,
  keyof Texts | 'run'
> &
  Texts<What, Why, Cure> & { find: Find };

/** A check of the VM or of the whole annotation. */
export const vmCheck = <const What extends string, const Why extends string, const Cure extends string>({
  find,
  ...entry
}: Entry<
  What,
  Why,
  Cure,
  (
    context: CheckContext,
  ) => readonly (ParamsFor<What | Why | Cure> & Omit<Found, 'params' | 'place'> & { place?: Place })[]
>): Check => ({
  ...entry,
  run: (context) => find(context).map((found) => ({ place: { kind: 'annotation' }, ...found })),
});

/** A check of each sidecar. */
export const sidecarCheck = <const What extends string, const Why extends string, const Cure extends string>({
  find,
  ...entry
}: Entry<
  What,
  Why,
  Cure,
  (checked: CheckedSidecar) => readonly SidecarFinding<What | Why | Cure>[]
>): Check => ({
  ...entry,
  run: (context) => {
    const all = sidecarsIn(context.parsed);
    return checkedSidecars(context.parsed).flatMap((sidecar, index) =>
      find({ sidecar, index, all, context }).map(({ field, ...found }) => ({
        ...found,
        place: { kind: 'annotation', index, field },
      })),
    );
  },
});

/** A sentence for when no known name is similar to the written one. */
export const nearestOr =
  (otherwise: string) =>
  ({ nearest }: Params): string =>
    nearest === undefined ? otherwise : t('Did you mean {{nearest}}?');

/** The fix that replaces the checked sidecar. */
export const replacing = ({ all, index }: CheckedSidecar, sidecar: Sidecar): Fix => ({
  kind: 'sidecars',
  next: () => replaceSidecar(all, index, sidecar),
});

/** A parameter that is only there when it has a value. */
export const optionalParam = (name: string, value: string | undefined): Record<string, string> =>
  value === undefined ? {} : { [name]: value };

/** Whether the cluster is known to run an older KubeVirt. */
export const isOlderThan = ({ kubevirtVersion }: CheckContext, major: number, minor: number): boolean =>
  isAtLeast(kubevirtVersion, major, minor) === false;

/**
 * Whether KubeVirt's own sidecar-shim runs the sidecar, so that its rules hold: it is the default image, and a
 * command of one's own replaces it.
 */
export const runsShim = ({ image = '', command = [] }: Pick<Sidecar, 'image' | 'command'>): boolean =>
  command.length === 0 && (image === '' || image.includes('sidecar-shim'));

/** The tag of an image that names a release: `v1.1.1` of `quay.io/kubevirt/sidecar-shim:v1.1.1@sha256:…`. */
const TAG = /:(v?\d[\w.-]*)(?:@|$)/;

/**
 * The release of KubeVirt whose sidecar-shim runs the sidecar: that of the image where it names one, else the cluster's.
 * Undefined where it is not known; an image of one's own knows what it knows.
 */
export const shimRelease = (
  { image = '' }: Pick<Sidecar, 'image'>,
  { kubevirtVersion }: Pick<CheckContext, 'kubevirtVersion'>,
): string | undefined => (image === '' ? kubevirtVersion : TAG.exec(image)?.[1]);

/** Whether it is known what the sidecar-shim knows: KubeVirt picks the one that fits it, or a tag says it. */
export const isShimKnown = (sidecar: Sidecar, context: Pick<CheckContext, 'kubevirtVersion'>): boolean =>
  runsShim(sidecar) &&
  ((sidecar.image ?? '') === '' || parseKubeVirtVersion(shimRelease(sidecar, context)) !== undefined);
