import type { TFunction } from 'i18next';
import type { PreparedTrial } from '../../data/trialStart/prepareTrial';
import { markdownReport } from '../../sidecars/report/markdownReport';
import type { TrialPlan } from '../../sidecars/trialStart/trialPlan';
import type { TrialState } from '../../sidecars/trialStart/trialState';
import { callDiff } from '../../sidecars/tries/callDiff';
import { rowsText, shownRows } from '../../sidecars/tries/diff/shownRows';
import { endingText } from '../tries/result/endingText';
import { copyNoteText } from './copyNoteText';
import { trialFailureText } from './trialFailureText';

/** A report on a trial start for a ticket: Markdown in the user's language, with secrets masked. */
export const trialReport = (
  t: TFunction,
  plan: TrialPlan,
  { kubevirt }: PreparedTrial,
  state: TrialState,
): string => {
  const { failure, seen } = state;
  const failed = failure && trialFailureText(t, failure, plan);
  const version = kubevirt?.status?.observedKubeVirtVersion;
  const recorded = plan.hooks.filter((hook) => hook.kind === 'recorded');
  const calls = recorded.flatMap((hook) => (seen?.calls[hook.index] ?? []).map((call) => ({ hook, call })));
  return markdownReport({
    title: t('Trial start of VM {{name}} in namespace {{namespace}}', {
      name: plan.vmName,
      namespace: plan.namespace,
    }),
    headings: {
      findings: t('Findings'),
      versions: t('Versions'),
      timeline: t('Result'),
      annotation: t('Annotation'),
      scripts: t('Scripts'),
      logs: t('Calls'),
    },
    findings: [],
    versions: version === undefined ? {} : { KubeVirt: version },
    timeline: [
      failed === undefined
        ? t('The copy has started with these hook scripts')
        : `${failed.title} ${failed.said}`.trim(),
      ...calls.map(
        ({ hook, call }) =>
          `${hook.name}, ${t('Call {{call}}', { call: call.call })}: ${endingText(t, call.ending)}`,
      ),
      ...plan.notes.map((note) => copyNoteText(t, note)),
    ],
    scripts: recorded.map(({ name, script }) => ({ name, text: script })),
    logs: calls.flatMap(({ hook, call }) => {
      const title = `${hook.name}, ${t('Call {{call}}', { call: call.call })}`;
      const rows = shownRows(callDiff(call).rows, { showsAll: false, search: '' });
      return [
        { container: title, text: rowsText(rows) },
        ...(call.stderr === '' ? [] : [{ container: `${title}, stderr`, text: call.stderr }]),
      ];
    }),
  });
};
