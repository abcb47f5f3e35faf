import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { Controller } from 'react-hook-form';
import { loadedData } from '../../loadable';
import { ConfigMapModel } from '../../k8s/models';
import { useAccess } from '../../k8s/useAccess';
import type { ConfigMap } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { RadioField } from '../../components/fields/RadioField';
import { ScriptFields } from '../script/form/ScriptFields';
import type { ScriptSurroundings } from '../script/form/ScriptTextField';
import type { AttachValues } from '../../sidecars/plans/attach/attachValues';
import { ExistingScriptFields } from './ExistingScriptFields';
import type { PlanFindings } from '../../sidecars/plans/attach/fieldFindings';
import type { AttachData } from './useAttachData';

interface SourceFieldsProps {
  form: UseFormReturn<AttachValues>;
  values: AttachValues;
  data: AttachData;
  namespace: string | undefined;
  created: ConfigMap | undefined;
  runsIn: ScriptSurroundings;
  findingsAt: PlanFindings['at'];
}

/** Where the script comes from, and when it is called. */
export const SourceFields = ({
  form,
  values,
  data,
  namespace,
  created,
  runsIn,
  findingsAt,
}: SourceFieldsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const mayCreate = useAccess({ verb: 'create', model: ConfigMapModel, namespace }) !== 'denied';
  const known = loadedData(data.configMaps);

  return (
    <>
      <RadioField
        label={t('Script')}
        value={values.source}
        choices={[
          { value: 'existing', label: t('Existing hook script') },
          {
            value: 'new',
            label: t('New hook script'),
            isDisabled: !mayCreate,
            description: mayCreate ? undefined : t('You may not create ConfigMaps in this namespace.'),
          },
          { value: 'none', label: t('None: the image brings its own') },
        ]}
        onChange={(source) => {
          form.setValue('source', source);
        }}
      />
      {values.source === 'existing' ? (
        <ExistingScriptFields
          form={form}
          values={values}
          data={data}
          created={created}
          runsIn={runsIn}
          findingsAt={findingsAt}
        />
      ) : null}
      {values.source === 'new' ? (
        <Controller
          name="newScript"
          control={form.control}
          render={({ field }) => (
            <ScriptFields
              value={field.value}
              takenNames={known === undefined ? undefined : new Set(known.keys())}
              runsIn={runsIn}
              findings={{ name: findingsAt('configMap.name'), hookPoint: findingsAt('configMap.hookPath') }}
              onChange={field.onChange}
            />
          )}
        />
      ) : null}
    </>
  );
};
