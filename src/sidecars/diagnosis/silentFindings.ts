import { runsShim } from '../checks/sidecarCheck';
import { hookPointOf, takesCloudInit } from '../annotation/sidecar';
import { sidecarContainer } from '../annotation/sidecarContainer';
import { happened } from './diagnosisEntries';
import type { DiagnosisFinding } from './diagnosisModel';
import { editSidecarOf, type Facts } from './facts';
import { quoteOf } from './messages';

/** The shim also tells of the hook point that was not meant: only that of the sidecar counts. */
const notFound = (facts: Facts): DiagnosisFinding[] =>
  facts.sidecars.flatMap((sidecar, index): DiagnosisFinding[] => {
    const container = sidecarContainer(index);
    if (sidecar.configMap === undefined || !runsShim(sidecar)) {
      return [];
    }
    const hookPoint = hookPointOf(sidecar) ?? 'onDefineDomain';
    const line = facts.lines.find(
      (line) => line.container === container && line.message.includes(`${hookPoint} has not been found`),
    );
    const { time, message = '', line: number = 0 } = line ?? {};
    return line === undefined
      ? []
      : [
          happened('hookNotFound', {
            params: { container, hookPoint, hookPath: sidecar.configMap.hookPath },
            evidence: [
              {
                source: { kind: 'log', container, line: number },
                time,
                quote: quoteOf(message),
              },
            ],
            cure: editSidecarOf(facts, index),
          }),
        ];
  });

/** The pod does not tell which of them was called: the order of sockets decides. */
const severalForCloudInit = ({ sidecars, pod }: Facts): DiagnosisFinding[] => {
  const containers = [...sidecars.entries()]
    .filter(([, sidecar]) => takesCloudInit(sidecar))
    .map(([index]) => sidecarContainer(index));
  return containers.length < 2 || pod === undefined
    ? []
    : [
        happened('cloudInitHookSkipped', {
          params: { number: containers.length },
          evidence: containers.map((container) => ({
            source: {
              kind: 'object',
              object: 'Pod',
              name: pod.metadata.name,
              field: `spec.containers[${container}]`,
            },
            quote: container,
          })),
          cure: { kind: 'editSidecars' },
        }),
      ];
};

/** What fails without a word: the VM starts, and is not what was meant. */
export const silentFindings = (facts: Facts): DiagnosisFinding[] => [
  ...notFound(facts),
  ...severalForCloudInit(facts),
];
