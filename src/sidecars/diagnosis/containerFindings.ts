import type { Pod } from '../objects/resources';
import { sidecarNumber } from '../annotation/sidecarContainer';
import { versionOf } from '../annotation/version';
import { happened } from './diagnosisEntries';
import type { DiagnosisFinding } from './diagnosisModel';
import { editSidecarOf, type Facts } from './facts';
import { lastWords } from '../logs/logTail';
import { quoteOf } from './messages';

const PULL_FAILURES: readonly string[] = ['ErrImagePull', 'ImagePullBackOff', 'InvalidImageName'];

/** Reasons for which a container ended that never ran. */
const NEVER_RAN: readonly string[] = ['StartError', 'ContainerCannotRun'];

const statusFindings = (facts: Facts, { metadata, status }: Pod): DiagnosisFinding[] =>
  (status?.containerStatuses ?? []).flatMap(({ name, image = '', state }): DiagnosisFinding[] => {
    const number = sidecarNumber(name);
    if (number === undefined) {
      return [];
    }
    const source = {
      kind: 'object',
      object: 'Pod',
      name: metadata.name,
      field: `status.containerStatuses[${name}]`,
    } as const;
    const { waiting, terminated } = state ?? {};
    const reason = waiting?.reason ?? '';
    if (reason === 'ErrImageNeverPull') {
      return [
        happened('imageNeverPulled', {
          params: { container: name, image },
          evidence: [{ source, quote: waiting?.message ?? reason }],
          cure: editSidecarOf(facts, number),
        }),
      ];
    }
    if (PULL_FAILURES.includes(reason)) {
      const { configMap, pvc } = facts.sidecars[number] ?? {};
      return [
        happened('imageNotPulled', {
          params: {
            container: name,
            image,
            reason,
            scriptIn: configMap === undefined && pvc === undefined ? 'image' : 'volume',
          },
          evidence: [{ source, quote: waiting?.message ?? reason }],
          cure: editSidecarOf(facts, number),
        }),
      ];
    }
    if (terminated === undefined || terminated.exitCode === 0 || status?.phase === 'Succeeded') {
      return [];
    }
    const time = terminated.finishedAt;
    const { message = `${terminated.reason ?? 'Error'}, exit code ${terminated.exitCode}` } = terminated;
    const quote = quoteOf(lastWords(message));
    const evidence = [
      {
        source,
        time,
        quote,
        ...(quote === message ? {} : { whole: message }),
      },
    ];
    if (NEVER_RAN.includes(terminated.reason ?? '')) {
      return [
        happened('containerNotStarted', {
          params: { container: name },
          evidence,
          cure: editSidecarOf(facts, number),
        }),
      ];
    }
    return [
      happened('sidecarEnded', {
        severity: facts.isUp ? 'warning' : 'error',
        params: { container: name, exitCode: terminated.exitCode },
        evidence,
        // A script that fails does not end its container: the arguments or the image do.
        cure: editSidecarOf(facts, number),
      }),
    ];
  });

/** A pod whose domain is gone while its sidecars go on: the next migration, or a new start, waits for it. */
const lingering = ({ sidecars }: Facts, { metadata, status }: Pod): DiagnosisFinding[] => {
  const containers = status?.containerStatuses ?? [];
  const compute = containers.find(({ name }) => name === 'compute');
  const left = containers.find(
    ({ name, state }) => sidecarNumber(name) !== undefined && state?.running !== undefined,
  );
  const ended = compute?.state?.terminated;
  const finished = ended?.finishedAt;
  return ended === undefined || left === undefined
    ? []
    : [
        happened('oldPodLingers', {
          cause: sidecars.some((sidecar) => /^v1alpha[12]$/.test(versionOf(sidecar) ?? ''))
            ? 'annotation'
            : 'script',
          params: { pod: metadata.name, container: left.name },
          evidence: [
            {
              source: {
                kind: 'object',
                object: 'Pod',
                name: metadata.name,
                field: `status.containerStatuses[${left.name}]`,
              },
              time: finished,
              quote: `compute: ${ended.reason ?? `exit code ${ended.exitCode}`}; ${left.name}: running`,
            },
          ],
          cure: { kind: 'freePod', pod: metadata.name },
        }),
      ];
};

/** What the containers of the pods tell: images, versions, ends. */
export const containerFindings = (facts: Facts): DiagnosisFinding[] => [
  ...(facts.pod === undefined ? [] : statusFindings(facts, facts.pod)),
  ...(facts.input.pods ?? []).flatMap((pod) => lingering(facts, pod)),
];
