import type { ReactElement } from 'react';
import { useId } from 'react';
import { FormGroup } from '@patternfly/react-core';
import type { HookPoint } from '../../sidecars/annotation/hookPoint';
import type { ConfigMap } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { CheckedScript } from '../findings/script/CheckedScript';
import type { ScriptSurroundings } from '../findings/script/useCheckedScript';

interface ScriptPreviewProps {
  configMap: ConfigMap;
  scriptKey: string;
  hookPoint: HookPoint | undefined;
  runsIn: ScriptSurroundings;
}

/** The chosen script, read-only, with its findings. */
export const ScriptPreview = ({
  configMap,
  scriptKey,
  hookPoint,
  runsIn,
}: ScriptPreviewProps): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const { name } = configMap.metadata;
  const text = configMap.data?.[scriptKey];
  if (text === undefined) {
    return null;
  }
  return (
    <FormGroup label={t('Script to attach')} role="group" fieldId={id}>
      <CheckedScript
        source={{ ...runsIn, configMap: name, key: scriptKey, text, hookPoint }}
        height="12rem"
        label={t('Script {{entry}} of ConfigMap {{name}}', { entry: scriptKey, name })}
      />
    </FormGroup>
  );
};
