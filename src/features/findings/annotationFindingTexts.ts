import type { FindingTexts } from './findingText';

type AnnotationFindingId =
  | 'versionMissing'
  | 'versionUnknown'
  | 'versionOld'
  | 'unknownKey'
  | 'blankAnnotation'
  | 'malformedAnnotation'
  | 'annotationOnVmMetadata'
  | 'badImagePullPolicy'
  | 'hookOrder';

/** What can be wrong with the annotation itself and with its words. */
export const annotationFindingTexts: FindingTexts<AnnotationFindingId> = {
  versionMissing: (t, params) => ({
    what: t('The argument --version is missing'),
    why: t('The sidecar ends at once, and virt-launcher waits for it for minutes before it gives up.'),
    cure: t('Use --version {{newest}}.', params),
  }),
  versionUnknown: (t, params) => ({
    what: t('The sidecar does not know --version {{version}}', params),
    why: t('It ends at once, and virt-launcher waits for it for minutes before it gives up.'),
    cure: t('Use --version {{newest}}.', params),
  }),
  versionOld: (t, params) => ({
    what: t('--version {{version}} is outdated', params),
    why:
      params.version === 'v1alpha1'
        ? t(
            'It has no preCloudInitIso, and it does not end with its pod: after a live migration the old pod stays and the next migration is refused.',
          )
        : t(
            'The sidecar does not end with its pod: after a live migration the old pod stays and the next migration is refused.',
          ),
    cure: t('Use --version {{newest}}.', params),
  }),
  unknownKey: (t, params) => ({
    what: t('KubeVirt does not know the field {{key}}', params),
    why: t('It ignores the field, and nothing says so.'),
    cure:
      params.nearest === undefined
        ? t('Remove the field if it is not meant for another tool.')
        : t('Did you mean {{nearest}}?', params),
  }),
  blankAnnotation: (t) => ({
    what: t('The annotation is empty'),
    why: t('KubeVirt accepts an empty annotation and then makes no pod: the VM does not start.'),
    cure: t('Remove the annotation.'),
  }),
  malformedAnnotation: (t, params) => ({
    what:
      params.code === 'wrongType'
        ? t('The annotation has a wrong value at line {{line}}, column {{column}}', params)
        : t('The annotation is not valid JSON: line {{line}}, column {{column}}', params),
    why: t('KubeVirt accepts it and then makes no pod: the VM does not start. It says: {{message}}', params),
    cure:
      params.code === 'wrongType'
        ? t('At {{path}} there must be: {{expected}}. Now it is: {{found}}.', {
            ...params,
            // The root of the annotation has no path of its own.
            path: params.path === '' ? '[]' : params.path,
          })
        : t('Repair the text, or remove the annotation.'),
  }),
  annotationOnVmMetadata: (t) => ({
    what: t('The annotation is on the VM itself, not on its template'),
    why: t('KubeVirt does not look there: the VM starts unchanged, and nothing says so.'),
    cure: t('Move it to spec.template.metadata.annotations.'),
  }),
  badImagePullPolicy: (t, params) => ({
    what: t('There is no image pull policy "{{policy}}"', params),
    why: t('The pod is refused: the VM does not start.'),
    cure:
      params.nearest === undefined
        ? t('Use Always, IfNotPresent or Never.')
        : t('Did you mean {{nearest}}?', params),
  }),
  hookOrder: (t, params) => ({
    what: t('{{number}} onDefineDomain scripts change the same XML', { number: Number(params.count) }),
    why: t('KubeVirt does not keep to the order of the list: each script may get what another one wrote.'),
    cure: t('Put them into one script, or make sure that their order does not matter.'),
  }),
};
