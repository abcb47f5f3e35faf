import type { ReactElement, ReactNode } from 'react';
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  HelperText,
  HelperTextItem,
} from '@patternfly/react-core';
import { CopyBlock } from '../../../components/CopyBlock';
import type { Loadable } from '../../../loadable';
import { ConfigMapModel, PersistentVolumeClaimModel } from '../../../k8s/models';
import { spellJson } from '../../../sidecars/json/jsonSpelling';
import type { ConfigMap, VirtualMachine } from '../../../sidecars/objects/resources';
import { hookPointOf, type Sidecar } from '../../../sidecars/annotation/sidecar';
import { argumentsBesidesVersion, versionOf } from '../../../sidecars/annotation/version';
import { shellCommand } from '../../../sidecars/text/shellQuote';
import { visibleValue, visibleWord } from '../../../sidecars/text/visibleText';
import { useSidecarTranslation } from '../../../i18n';
import { ScriptView } from './ScriptView';
import { SourceName } from './SourceName';
import { unknownFields } from '../../../sidecars/annotation/unknownFields';

const Row = ({ term, children }: { term: string; children: ReactNode }): ReactElement => (
  <DescriptionListGroup>
    <DescriptionListTerm>{term}</DescriptionListTerm>
    <DescriptionListDescription>{children}</DescriptionListDescription>
  </DescriptionListGroup>
);

/** Words of a command line, quoted only where necessary. */
const Words = ({ words }: { words: readonly string[] }): ReactElement => (
  <span className="pf-v6-u-font-family-monospace">{visibleValue(shellCommand(...words))}</span>
);

interface SidecarDetailsProps {
  vm: VirtualMachine;
  sidecar: Sidecar;
  configMaps: Loadable<ReadonlyMap<string, ConfigMap>>;
}

/** All fields of an entry of the annotation that are set, and its script. */
export const SidecarDetails = ({ vm, sidecar, configMaps }: SidecarDetailsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { configMap, pvc, image, imagePullPolicy, command = [], args = [] } = sidecar;
  const version = versionOf(sidecar);
  const otherArgs = argumentsBesidesVersion(args);
  const others = unknownFields(sidecar);
  return (
    <>
      <DescriptionList isHorizontal isCompact horizontalTermWidthModifier={{ default: '9rem' }}>
        {configMap === undefined ? null : (
          <>
            <Row term={t('ConfigMap')}>
              <SourceName vm={vm} model={ConfigMapModel} name={configMap.name} />
            </Row>
            <Row term={t('Key')}>
              <span className="pf-v6-u-font-family-monospace">{visibleValue(configMap.key)}</span>
            </Row>
            <Row term={t('Hook path')}>
              <span className="pf-v6-u-font-family-monospace">{visibleValue(configMap.hookPath)}</span>
              {hookPointOf(sidecar) === undefined ? (
                <HelperText>
                  <HelperTextItem variant="warning">
                    {t('This is the path of no hook point: KubeVirt looks for no script there.')}
                  </HelperTextItem>
                </HelperText>
              ) : null}
            </Row>
          </>
        )}
        <Row term={t('Version')}>
          {version === undefined ? (
            t('Not set')
          ) : (
            <span className="pf-v6-u-font-family-monospace">--version {visibleWord(version)}</span>
          )}
        </Row>
        {image === undefined ? null : <Row term={t('Image')}>{visibleValue(image)}</Row>}
        {imagePullPolicy === undefined ? null : (
          <Row term={t('Image pull policy')}>{visibleWord(imagePullPolicy)}</Row>
        )}
        {command.length === 0 ? null : (
          <Row term={t('Command')}>
            <Words words={command} />
          </Row>
        )}
        {otherArgs.length === 0 ? null : (
          <Row term={t('Other arguments')}>
            <Words words={otherArgs} />
          </Row>
        )}
        {pvc === undefined ? null : (
          <Row term={t('Volume claim')}>
            <SourceName vm={vm} model={PersistentVolumeClaimModel} name={pvc.name} />
            <p>{t('in the sidecar at {{path}}', { path: visibleValue(pvc.volumePath) })}</p>
            {pvc.sharedComputePath === undefined ? null : (
              <p>
                {t('in the compute container at {{path}}', { path: visibleValue(pvc.sharedComputePath) })}
              </p>
            )}
          </Row>
        )}
      </DescriptionList>
      {configMap === undefined ? null : (
        <div className="pf-v6-u-mt-md">
          <ScriptView vm={vm} source={configMap} configMaps={configMaps} />
        </div>
      )}
      {others === undefined ? null : (
        <div className="pf-v6-u-mt-md">
          <p className="pf-v6-u-mb-sm">{t('Fields that KubeVirt ignores. They are kept as they are.')}</p>
          <CopyBlock
            hasTitle={false}
            label={t('Fields that KubeVirt ignores')}
            text={spellJson(others, 'lines')}
          />
        </div>
      )}
    </>
  );
};
