import type { ReactElement } from 'react';
import { useId } from 'react';
import { FormGroup } from '@patternfly/react-core';
import type { HookPoint } from '../../sidecars/annotation/hookPoint';
import type { ConfigMap } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { CheckedScript } from '../findings/script/CheckedScript';
import type { ScriptSurroundings } from '../findings/script/useCheckedScript';

interface ScriptPreviewProps {
  /** Of the whole field. */
  title: string;
  configMap: ConfigMap;
  scriptKey: string;
  hookPoint: HookPoint | undefined;
  runsIn: ScriptSurroundings;
}

/** A script, read-only, with its findings. */
export const ScriptPreview = ({
  title,
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
    <FormGroup label={title} role="group" fieldId={id}>
      <CheckedScript
        source={{ ...runsIn, configMap: name, key: scriptKey, text, hookPoint }}
        height="12rem"
        label={t('Script {{entry}} of ConfigMap {{name}}', { entry: scriptKey, name })}
      />
    </FormGroup>
  );
};
