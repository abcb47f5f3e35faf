import type { ReactElement } from 'react';
import {
  AlertActionLink,
  Card,
  CardBody,
  CardTitle,
  Flex,
  FlexItem,
  Spinner,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { InlineAlert } from '../../../components/InlineAlert';
import { CodeView } from '../../../components/codeEditor/CodeView';
import { visibleText } from '../../../sidecars/text/visibleText';
import { useSidecarTranslation } from '../../../i18n';
import { OUTPUT_LIMIT_BYTES } from '../../../k8s/exec/execInPod';
import type { ParsedDomain } from '../../../sidecars/domainXml/parsedDomain';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import type { DomainXmlReader } from './useDomainXml';
import { STALL_MS } from './useDomainXml';
import type { LineMark } from '../../../sidecars/domainXml/lineMarks';
import type { LineWish } from './useXmlEditor';
import { isLarge } from './useParsedXml';
import { useXmlEditor } from './useXmlEditor';
import { XmlProblemAlert } from './XmlProblemAlert';
import { XmlSource } from './XmlSource';
import { XmlToolbar } from './XmlToolbar';
import './DomainXmlCard.css';

interface DomainXmlCardProps {
  vm: VirtualMachine;
  reader: DomainXmlReader;
  /** The parsed XML; undefined while there is none or it is being parsed. */
  domain: ParsedDomain | undefined;
  /** Whether there is a pod in which virsh can run. */
  mayRun: boolean;
  inactive: boolean;
  /** Until then the XML is shown as plain text. */
  isEditorDue: boolean;
  onInactive: (inactive: boolean) => void;
  marks: readonly LineMark[];
  wish: LineWish | undefined;
}

/** The live domain XML, or why it cannot be shown. */
export const DomainXmlCard = ({
  vm,
  reader,
  domain,
  mayRun,
  inactive,
  isEditorDue,
  onInactive,
  marks,
  wish,
}: DomainXmlCardProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { xml, problem, reading, refresh, readFromLog, cancel } = reader;
  const { name, namespace = '' } = vm.metadata;
  const text = xml?.text;
  const { ref, find } = useXmlEditor(marks, wish);
  const onRefresh = mayRun ? refresh : undefined;

  return (
    <Card isFullHeight aria-label={t('Domain XML')} component="section" data-test="domain-xml">
      <CardTitle component="h3">{t('Domain XML')}</CardTitle>
      <CardBody>
        <Stack hasGutter>
          <StackItem>
            <XmlToolbar
              text={text}
              fileName={`${namespace}_${name}${inactive ? '-inactive' : ''}.xml`}
              inactive={inactive}
              onInactive={onInactive}
              isReading={reading !== undefined}
              onRefresh={onRefresh}
              onFind={find}
            />
          </StackItem>
          {problem === undefined ? null : (
            <StackItem>
              <XmlProblemAlert problem={problem} onRetry={onRefresh} onReadFromLog={readFromLog} />
            </StackItem>
          )}
          {reading?.stalled === true ? (
            <StackItem>
              <InlineAlert
                isLiveRegion
                variant="warning"
                title={t('No data for {{seconds}} seconds', { seconds: STALL_MS / 1000 })}
                actionLinks={
                  <>
                    <AlertActionLink onClick={cancel}>{t('Cancel')}</AlertActionLink>
                    <AlertActionLink onClick={refresh}>{t('Try again')}</AlertActionLink>
                    <AlertActionLink onClick={readFromLog}>{t('Show the XML from the log')}</AlertActionLink>
                  </>
                }
              >
                {t('The connection is open, but virsh does not answer: libvirt or the node may hang.')}
              </InlineAlert>
            </StackItem>
          ) : null}
          {xml?.cut === true ? (
            <StackItem>
              <InlineAlert
                variant="warning"
                title={t('Only the first {{mebibytes}} MiB are shown', {
                  mebibytes: OUTPUT_LIMIT_BYTES / 1024 / 1024,
                })}
              >
                {t('The output was longer and is cut. Run the command below in a terminal to get all of it.')}
              </InlineAlert>
            </StackItem>
          ) : null}
          {domain?.content.kind === 'malformed' && xml?.cut === false ? (
            <StackItem>
              <InlineAlert variant="warning" title={t('This is not well-formed XML')}>
                {t(
                  'It is shown unchanged. You can search for text in it, but XPath cannot be evaluated. The parser said: {{message}}',
                  {
                    message: visibleText(domain.content.message),
                  },
                )}
              </InlineAlert>
            </StackItem>
          ) : null}
          {xml === undefined ? null : (
            <StackItem>
              <XmlSource xml={xml} namespace={namespace} />
            </StackItem>
          )}
          {reading !== undefined && xml === undefined ? (
            <StackItem>
              <Flex role="status">
                <FlexItem>
                  <Spinner size="md" aria-hidden />
                </FlexItem>
                <FlexItem>
                  {reading.what === 'live'
                    ? t('Running virsh in the pod…')
                    : t('Reading the log of the pod…')}
                </FlexItem>
              </Flex>
            </StackItem>
          ) : null}
          {reading === undefined && xml === undefined ? null : (
            <StackItem isFilled data-test="domain-xml-text">
              <CodeView
                ref={ref}
                text={text ?? ''}
                language="xml"
                isReadOnly
                isEditorDue={isEditorDue}
                isLarge={text !== undefined && isLarge(text)}
                height="min(70vh, 44rem)"
                label={t('Domain XML of {{name}}', { name })}
              />
            </StackItem>
          )}
        </Stack>
      </CardBody>
    </Card>
  );
};
