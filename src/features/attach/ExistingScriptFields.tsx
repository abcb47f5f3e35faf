import type { ReactElement } from 'react';
import { loadedData } from '../../loadable';
import { hookPointOfPath } from '../../sidecars/annotation/hookPoint';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { sourcePlace } from '../../sidecars/templates/sourcePlace';
import { useSidecarTranslation } from '../../i18n';
import { placeNote } from '../templates/placeNote';
import { fieldNotes } from '../findings/fieldNotes';
import { ChoiceField } from '../../components/fields/ChoiceField';
import { HookPointField } from '../../components/fields/HookPointField';
import { TextField } from '../../components/fields/TextField';
import { TypeaheadField } from '../../components/fields/TypeaheadField';
import { LoadableBody } from '../../components/LoadableBody';
import type { ScriptSurroundings } from '../findings/script/useCheckedScript';
import type { AttachValues } from '../../sidecars/plans/attach/attachValues';
import type { PlanFindings } from '../../sidecars/plans/attach/fieldFindings';
import { guessHookPoint } from '../../sidecars/plans/attach/guessHookPoint';
import { sortedKeysOf } from '../../sidecars/scripts/configMapKeys';
import { offeredConfigMaps } from './offeredConfigMaps';
import { ScriptPreview } from './ScriptPreview';
import type { AttachData } from './useAttachData';

interface ExistingScriptFieldsProps {
  /** Undefined for many VMs. */
  vm?: VirtualMachine;
  values: AttachValues;
  onChange: (changed: Partial<AttachValues>) => void;
  /** Whether the user chose the hook point. */
  isChosen: boolean;
  onHookPoint: (hookPoint: AttachValues['hookPoint']) => void;
  data: AttachData;
  runsIn: ScriptSurroundings;
  findingsAt: PlanFindings['at'];
}

/** Chooses a key of a ConfigMap of the namespace, shows its script and guesses its hook point. */
export const ExistingScriptFields = ({
  vm,
  values,
  onChange,
  isChosen,
  onHookPoint,
  data,
  runsIn,
  findingsAt,
}: ExistingScriptFieldsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const configMap = loadedData(data.configMaps)?.get(values.configMap);
  const place = vm === undefined ? 'namespace' : sourcePlace(vm, values.configMap);
  const keys = configMap === undefined ? [] : sortedKeysOf(configMap);

  const chooseKey = (name: string, key: string): void => {
    const chosen = loadedData(data.configMaps)?.get(name);
    const guess = chosen && guessHookPoint(chosen, key, data.scripts);
    const isGuessed = guess !== undefined && !isChosen;
    onChange({ configMap: name, key, ...(isGuessed && { hookPoint: guess }) });
  };
  const chooseConfigMap = (name: string): void => {
    const chosen = loadedData(data.configMaps)?.get(name);
    const script = data.scripts.find((known) => known.configMap.metadata.name === name);
    const [onlyKey, ...more] = chosen === undefined ? [] : sortedKeysOf(chosen);
    chooseKey(name, script?.key ?? (more.length === 0 ? (onlyKey ?? '') : ''));
  };

  return (
    <LoadableBody value={data.configMaps} what={t('ConfigMaps')}>
      {(configMaps) => (
        <>
          <TypeaheadField
            label={t('ConfigMap')}
            value={values.configMap}
            isRequired
            options={offeredConfigMaps(t, configMaps, data.scripts)}
            placeholder={t('Choose a ConfigMap of this namespace')}
            problem={
              values.configMap !== '' && configMap === undefined && place === 'namespace'
                ? t('There is no such ConfigMap in this namespace.')
                : undefined
            }
            hint={
              configMaps.size === 0
                ? t('This namespace has no ConfigMap yet: make a new hook script.')
                : values.configMap === ''
                  ? undefined
                  : placeNote(t, place)
            }
            notes={fieldNotes(t, findingsAt('configMap.name'))}
            onChange={chooseConfigMap}
          />
          {values.configMap === '' ? null : (
            <ChoiceField
              label={t('Key')}
              value={values.key}
              isRequired
              options={[
                ...(values.key === '' ? [{ value: '', label: t('Choose a key') }] : []),
                ...keys.map((key) => ({ value: key, label: key })),
              ]}
              notes={fieldNotes(t, findingsAt('configMap.key'))}
              onChange={(key) => {
                chooseKey(values.configMap, key);
              }}
            />
          )}
          {configMap === undefined || values.key === '' ? null : (
            <ScriptPreview
              title={t('Script to attach')}
              configMap={configMap}
              scriptKey={values.key}
              hookPoint={values.hookPoint === 'other' ? hookPointOfPath(values.otherPath) : values.hookPoint}
              runsIn={runsIn}
            />
          )}
          <HookPointField<'other'>
            value={values.hookPoint}
            other={
              values.hookPoint === 'other' || values.otherPath !== ''
                ? {
                    value: 'other',
                    label: t('Another path'),
                    description: t('Only images of your own look for scripts outside of $PATH.'),
                  }
                : undefined
            }
            notes={values.hookPoint === 'other' ? [] : fieldNotes(t, findingsAt('configMap.hookPath'))}
            onChange={onHookPoint}
          />
          {values.hookPoint === 'other' ? (
            <TextField
              label={t('Path')}
              value={values.otherPath}
              isRequired
              notes={fieldNotes(t, findingsAt('configMap.hookPath'))}
              onChange={(path) => {
                onChange({ otherPath: path });
              }}
            />
          ) : null}
        </>
      )}
    </LoadableBody>
  );
};
