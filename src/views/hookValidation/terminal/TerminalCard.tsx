import type { ReactElement } from 'react';
import { memo, useState } from 'react';
import { Card, CardBody, CardHeader, CardTitle, Content, Stack, StackItem } from '@patternfly/react-core';
import { CliToggle } from '../../../components/CliToggle';
import { CopyBlock } from '../../../components/CopyBlock';
import { useSidecarTranslation } from '../../../i18n';
import { dumpXmlCommand, type Cli } from '../../../sidecars/plans/commands';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { shellCommand } from '../../../sidecars/text/shellQuote';

interface TerminalCardProps {
  vm: VirtualMachine;
  /** The label selector of the VM's pods. */
  selector: string;
  /** Undefined if the VM has no pod. */
  pod: string | undefined;
  inactive: boolean;
  /** The command that searches the XML for the expected results. */
  grep: string;
}

/** Commands to do the same by hand, as in the guide. */
export const TerminalCard = memo(({ vm, selector, pod, inactive, grep }: TerminalCardProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [cli, setCli] = useState<Cli>('kubectl');
  const { name, namespace = '' } = vm.metadata;
  const dump =
    pod === undefined ? undefined : dumpXmlCommand(cli, { pod, namespace, vmName: name, inactive });

  return (
    <Card isFullHeight aria-label={t('From a terminal')} component="section" data-test="from-terminal">
      <CardHeader
        actions={{
          hasNoOffset: true,
          actions: <CliToggle cli={cli} onChange={setCli} />,
        }}
      >
        <CardTitle component="h3">{t('From a terminal')}</CardTitle>
      </CardHeader>
      <CardBody>
        <Stack hasGutter>
          <StackItem>
            <Content component="p">{t('Find the pod of the VM:')}</Content>
          </StackItem>
          <StackItem>
            <CopyBlock
              label={t('Command that finds the pod')}
              text={shellCommand(cli, 'get', 'pods', '-n', namespace, '-l', selector)}
            />
          </StackItem>
          {dump === undefined ? (
            <StackItem>
              <Content component="p">
                {t('The command that reads the XML is shown when the VM has a pod.')}
              </Content>
            </StackItem>
          ) : (
            <>
              <StackItem>
                <Content component="p">{t('Read all of the XML, or only the expected results:')}</Content>
              </StackItem>
              <StackItem>
                <CopyBlock label={t('Command that reads the XML')} text={dump} />
              </StackItem>
              <StackItem>
                <CopyBlock label={t('Command that looks into the XML')} text={`${dump} | ${grep}`} />
              </StackItem>
            </>
          )}
        </Stack>
      </CardBody>
    </Card>
  );
});
