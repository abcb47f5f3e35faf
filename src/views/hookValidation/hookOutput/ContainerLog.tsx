import type { ReactElement } from 'react';
import { useState } from 'react';
import { Button, Content, Flex, FlexItem, Label, Stack, StackItem, Switch } from '@patternfly/react-core';
import { SyncAltIcon } from '@patternfly/react-icons';
import { InlineAlert } from '../../../components/InlineAlert';
import { LoadableBody } from '../../../components/LoadableBody';
import { useSidecarTranslation } from '../../../i18n';
import { visibleText } from '../../../sidecars/text/visibleText';
import type { HookContainer } from '../../../sidecars/logs/hookContainers';
import { conditionOf } from '../../../sidecars/logs/hookContainers';
import { LogLines } from './LogLines';
import { TAIL_LINES, useContainerLog } from './useContainerLog';

interface ContainerLogProps {
  namespace: string;
  pod: string;
  container: HookContainer;
}

const ConditionLabel = ({ container }: { container: HookContainer }): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const condition = conditionOf(container.status);
  switch (condition.kind) {
    case 'running':
      return (
        <Label isCompact status="success">
          {t('Container runs')}
        </Label>
      );
    case 'waiting':
      return (
        <Label isCompact status="warning">
          {t('Waiting: {{reason}}', { reason: condition.reason })}
        </Label>
      );
    case 'terminated':
      return (
        <Label isCompact status={condition.exitCode === 0 ? 'info' : 'danger'}>
          {t('Ended with exit code {{exitCode}}', { exitCode: condition.exitCode })}
        </Label>
      );
    case 'unknown':
      return null;
  }
};

/** The log of one hook's container: the script's stderr and the shim's messages. */
export const ContainerLog = ({ namespace, pod, container }: ContainerLogProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [follow, setFollow] = useState(false);
  const [isRaw, setRaw] = useState(false);
  const { name, sidecar } = container;
  const { value, reload } = useContainerLog({ namespace, pod, container: name }, follow);
  const condition = conditionOf(container.status);
  const source = sidecar?.configMap;

  return (
    <Stack hasGutter className="pf-v6-u-mt-md">
      <StackItem>
        <Flex columnGap={{ default: 'columnGapMd' }} rowGap={{ default: 'rowGapSm' }}>
          <FlexItem>
            <ConditionLabel container={container} />
          </FlexItem>
          {source === undefined ? null : (
            <FlexItem className="ksp-breakable">
              {t('Runs {{entry}} of {{name}} as {{hookPath}}', {
                entry: visibleText(source.key),
                name: visibleText(source.name),
                hookPath: visibleText(source.hookPath),
              })}
            </FlexItem>
          )}
          <FlexItem>
            <Button size="sm" variant="secondary" icon={<SyncAltIcon />} onClick={reload}>
              {t('Read again')}
            </Button>
          </FlexItem>
          <FlexItem>
            <Switch
              label={t('Follow')}
              isChecked={follow}
              onChange={(_event, checked) => {
                setFollow(checked);
              }}
            />
          </FlexItem>
          <FlexItem>
            <Switch
              label={t('As written')}
              isChecked={isRaw}
              onChange={(_event, checked) => {
                setRaw(checked);
              }}
            />
          </FlexItem>
        </Flex>
      </StackItem>
      {'message' in condition && condition.message !== '' ? (
        <StackItem>
          <InlineAlert
            variant={condition.kind === 'terminated' && condition.exitCode === 0 ? 'info' : 'warning'}
            title={condition.reason}
          >
            {visibleText(condition.message)}
          </InlineAlert>
        </StackItem>
      ) : null}
      <StackItem>
        <LoadableBody
          value={value}
          what={t('the log of {{name}}', { name })}
          empty={(lines) =>
            lines.length > 0 ? undefined : (
              <Content component="p">
                {t(
                  'Nothing was written. What a script writes to stderr appears here; its stdout is the new XML.',
                )}
              </Content>
            )
          }
        >
          {(lines) => (
            <>
              <LogLines lines={lines} isRaw={isRaw} label={t('Log of {{name}}', { name })} />
              {lines.length < TAIL_LINES ? null : (
                <Content component="small">
                  {t('The last {{count}} lines are shown.', { count: TAIL_LINES })}
                </Content>
              )}
            </>
          )}
        </LoadableBody>
      </StackItem>
    </Stack>
  );
};
