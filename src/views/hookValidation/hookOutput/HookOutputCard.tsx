import type { ReactElement } from 'react';
import { memo, useState } from 'react';
import { Card, CardBody, CardTitle, Content, Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { InlineAlert } from '../../../components/InlineAlert';
import { useSidecarTranslation } from '../../../i18n';
import { versionLacks } from '../../../sidecars/featureGate/versionLacks';
import type { Pod } from '../../../sidecars/objects/resources';
import { ContainerLog } from './ContainerLog';
import { hookContainers } from '../../../sidecars/logs/hookContainers';

interface HookOutputCardProps {
  /** Undefined if the VM has no pod. */
  pod: Pod | undefined;
  /** The annotation with which the instance was started. */
  instanceText: string | undefined;
  /** Undefined if it is not known. */
  kubevirtVersion: string | undefined;
}

/** The log of each hook's container. */
export const HookOutputCard = memo(
  ({ pod, instanceText, kubevirtVersion }: HookOutputCardProps): ReactElement => {
    const { t } = useSidecarTranslation();
    const [chosen, setChosen] = useState<string>();
    const containers = pod === undefined ? [] : hookContainers(pod, instanceText);
    const active = containers.find(({ name }) => name === chosen) ?? containers[0];

    return (
      <Card aria-label={t('Hook output')} component="section" data-test="hook-output">
        <CardTitle component="h3">{t('Hook output')}</CardTitle>
        <CardBody>
          {pod === undefined ? (
            <Content component="p">
              {t('The VM has no pod, so there is no output. It appears when the VM starts.')}
            </Content>
          ) : null}
          {pod !== undefined && active === undefined ? (
            <Content component="p">{t('Pod {{pod}} runs no hooks.', { pod: pod.metadata.name })}</Content>
          ) : null}
          {pod !== undefined && active !== undefined ? (
            <>
              {versionLacks(kubevirtVersion).includes('stderrInLog') ? (
                <InlineAlert
                  variant="info"
                  title={t('KubeVirt {{version}} drops what scripts write to stderr', {
                    version: kubevirtVersion,
                  })}
                >
                  {t('From KubeVirt 1.3 on it is in these logs.')}
                </InlineAlert>
              ) : null}
              <Tabs
                activeKey={active.name}
                onSelect={(_event, key) => {
                  setChosen(String(key));
                }}
                aria-label={t('Hook containers')}
              >
                {containers.map(({ name, sidecar }) => (
                  <Tab
                    key={name}
                    eventKey={name}
                    title={
                      <TabTitleText>
                        {sidecar?.configMap === undefined ? name : `${name} · ${sidecar.configMap.name}`}
                      </TabTitleText>
                    }
                  >
                    {name === active.name ? (
                      <ContainerLog
                        // Resets the log for another pod.
                        key={`${pod.metadata.uid ?? pod.metadata.name}/${name}`}
                        namespace={pod.metadata.namespace ?? ''}
                        pod={pod.metadata.name}
                        container={active}
                      />
                    ) : null}
                  </Tab>
                ))}
              </Tabs>
            </>
          ) : null}
        </CardBody>
      </Card>
    );
  },
);
