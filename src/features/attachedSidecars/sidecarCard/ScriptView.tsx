import type { ReactElement } from 'react';
import { useState } from 'react';
import { ExpandableSection, HelperText, HelperTextItem, Skeleton } from '@patternfly/react-core';
import { CodeView } from '../../../components/codeEditor/CodeView';
import { languageOfScript } from '../../../sidecars/scripts/scriptLanguage';
import { failureText } from '../../../components/failureText';
import type { Loadable } from '../../../loadable';
import type { ConfigMap, VirtualMachine } from '../../../sidecars/objects/resources';
import type { ConfigMapSource } from '../../../sidecars/annotation/sidecar';
import { useSidecarTranslation } from '../../../i18n';
import { findScript } from '../../../sidecars/scripts/findScript';
import { sourcePlace } from '../../../sidecars/templates/sourcePlace';

interface ScriptViewProps {
  vm: VirtualMachine;
  source: ConfigMapSource;
  configMaps: Loadable<ReadonlyMap<string, ConfigMap>>;
}

/** Scripts up to this length are expanded at first. */
const SHORT_LINES = 25;
const LINE_REM = 1.25;

const Problem = ({ text }: { text: string }): ReactElement => (
  <HelperText>
    <HelperTextItem variant="error">{text}</HelperTextItem>
  </HelperText>
);

/** The script of a sidecar, read-only, or why there is none. */
export const ScriptView = ({ vm, source, configMaps }: ScriptViewProps): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const [isToggled, setToggled] = useState<boolean>();
  if (configMaps.status === 'loading') {
    return <Skeleton screenreaderText={t('Loading the script')} />;
  }
  if (configMaps.status === 'failed') {
    return <Problem text={`${t('The script could not be read.')} ${failureText(t, configMaps.error)}`} />;
  }
  const found = findScript(configMaps.data, source);
  switch (found.kind) {
    case 'noConfigMap':
      // The name says where it must be.
      if (sourcePlace(vm, source.name) !== 'namespace') {
        return null;
      }
      return <Problem text={t('There is no ConfigMap {{name}} in the namespace of the VM', { ...source })} />;
    case 'noKey':
      return (
        <Problem
          text={
            found.keys.length === 0
              ? t('ConfigMap {{name}} has no key {{key}}: it is empty', { ...source })
              : t('ConfigMap {{name}} has no key {{key}}. It has: {{keys}}', {
                  ...source,
                  keys: found.keys.join(', '),
                })
          }
        />
      );
    case 'binary':
      return (
        <HelperText>
          <HelperTextItem>{t('The script is binary, and is not shown.')}</HelperTextItem>
        </HelperText>
      );
    case 'text': {
      const lines = found.text.split('\n').length;
      const isExpanded = isToggled ?? lines <= SHORT_LINES;
      return (
        <ExpandableSection
          toggleContent={
            <>
              {isExpanded ? t('Hide the script') : t('Show the script ({{count}} lines)', { count: lines })}
              {/* A page may show several scripts, so their toggles need different names. */}
              <span className="pf-v6-screen-reader">{`${source.name}/${source.key}`}</span>
            </>
          }
          isExpanded={isExpanded}
          onToggle={(_event, expanded) => {
            setToggled(expanded);
          }}
        >
          {isExpanded ? (
            <CodeView
              text={found.text}
              language={languageOfScript(found.text)}
              isReadOnly
              height={`${Math.min(Math.max(lines + 2, 6), SHORT_LINES) * LINE_REM}rem`}
              label={t('Script {{entry}} of ConfigMap {{name}}', { entry: source.key, name: source.name })}
            />
          ) : null}
        </ExpandableSection>
      );
    }
  }
};
