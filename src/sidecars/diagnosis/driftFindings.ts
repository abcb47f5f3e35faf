import { parseSidecars, checkedSidecars } from '../annotation/annotation';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import { buildAnnotationMove } from '../plans/vmAnnotationMove';
import { matchRunning } from '../state/matchRunning';
import { entryDrift, scriptDrift } from '../state/stateDrift';
import { inheritedHooks } from '../state/inherited';
import { instanceAnnotation, misplacedAnnotation, templateAnnotation } from '../objects/vm';
import { happened } from './diagnosisEntries';
import type { DiagnosisFinding, Evidence } from './diagnosisModel';
import type { Facts } from './facts';
import { quoteOf } from './messages';

const evidence = (object: string, name: string, field: string, quote: string): Evidence => ({
  source: { kind: 'object', object, name, field },
  quote: quoteOf(quote),
});

const templateDiffers = ({ input: { vm, vmi, expanded } }: Facts): DiagnosisFinding[] => {
  if (vm === undefined || vmi === undefined) {
    return [];
  }
  const wanted = parseSidecars(inheritedHooks(vm, vmi, expanded)?.text ?? templateAnnotation(vm));
  const running = parseSidecars(instanceAnnotation(vmi));
  if (wanted.kind === 'malformed' || running.kind === 'malformed') {
    return [];
  }
  const template = checkedSidecars(wanted);
  const instance = checkedSidecars(running);
  const { matches, removed: detached } = matchRunning(vm, template, instance);
  const drifts = template.flatMap((_sidecar, index) => entryDrift(matches, instance, index) ?? []);
  const added = drifts.filter(({ code }) => code === 'added').length;
  const removed = detached.length;
  const changed = drifts.length - added;
  return drifts.length + removed === 0
    ? []
    : [
        happened('templateDiffers', {
          params: { added, removed, changed },
          evidence: [
            evidence(
              'VirtualMachine',
              vm.metadata.name,
              `spec.template.metadata.annotations[${SIDECARS_ANNOTATION}]`,
              templateAnnotation(vm) ?? '',
            ),
            evidence(
              'VirtualMachineInstance',
              vmi.metadata.name,
              `metadata.annotations[${SIDECARS_ANNOTATION}]`,
              instanceAnnotation(vmi) ?? '',
            ),
          ],
          cure: { kind: 'restart' },
        }),
      ];
};

const scriptsDiffer = ({ input: { vmi, configMaps }, sidecars, pod }: Facts): DiagnosisFinding[] =>
  vmi === undefined
    ? []
    : sidecars.flatMap((sidecar, index): DiagnosisFinding[] => {
        const drift = scriptDrift(sidecar, index, { vmi, pod }, configMaps);
        return drift === undefined
          ? []
          : [
              happened('scriptDiffers', {
                params: { configMap: drift.params.configMap ?? '', index },
                evidence: [
                  {
                    source: {
                      kind: 'object',
                      object: 'ConfigMap',
                      name: sidecar.configMap?.name ?? '',
                      field: 'metadata.managedFields',
                    },
                    time: String(drift.params.changed ?? ''),
                    quote: `${drift.params.changed ?? ''} > ${drift.params.started ?? ''}`,
                  },
                ],
                cure: { kind: 'restart' },
              }),
            ];
      });

const misplaced = ({ input: { vm } }: Facts): DiagnosisFinding[] => {
  const text = vm && misplacedAnnotation(vm);
  return vm === undefined || text === undefined
    ? []
    : [
        happened('annotationOnVm', {
          evidence: [
            evidence(
              'VirtualMachine',
              vm.metadata.name,
              `metadata.annotations[${SIDECARS_ANNOTATION}]`,
              text,
            ),
          ],
          cure: buildAnnotationMove(vm).kind === 'patch' ? { kind: 'moveAnnotation' } : undefined,
        }),
      ];
};

/** A volume of the ConfigMap that already gives the script: KubeVirt makes a disk of it. */
const extraDisks = ({ input: { vm }, sidecars }: Facts): DiagnosisFinding[] =>
  (vm?.spec.template?.spec.volumes ?? []).flatMap((volume): DiagnosisFinding[] =>
    vm !== undefined &&
    sidecars.some(({ configMap }) => configMap !== undefined && configMap.name === volume.configMap?.name)
      ? [
          happened('extraDisk', {
            params: { volume: volume.name },
            evidence: [
              evidence(
                'VirtualMachine',
                vm.metadata.name,
                'spec.template.spec.volumes',
                JSON.stringify(volume),
              ),
            ],
            cure: { kind: 'removeVolume', volume: volume.name },
          }),
        ]
      : [],
  );

/** What runs is not what is written now, or what is written is not where KubeVirt looks. */
export const driftFindings = (facts: Facts): DiagnosisFinding[] => [
  ...misplaced(facts),
  ...templateDiffers(facts),
  ...scriptsDiffer(facts),
  ...extraDisks(facts),
];
