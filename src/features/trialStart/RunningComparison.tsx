import type { ReactElement } from 'react';
import { useState } from 'react';
import { Button } from '@patternfly/react-core';
import { FailureAlert } from '../../components/FailureAlert';
import { readRunningXml } from '../../data/trialStart/readRunningXml';
import { useSidecarTranslation } from '../../i18n';
import { useImpersonation } from '../../k8s/exec/useImpersonation';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { domainDiff } from '../../sidecars/tries/diff/domainDiff';
import { DifferenceView } from '../tries/result/DifferenceView';

type Answer = { kind: 'xml'; xml: string } | { kind: 'none' } | { kind: 'failed'; error: unknown };

/** What differs between the running VM and its copy. The XML of the VM is read when the user asks for it. */
export const RunningComparison = ({ vm, copy }: { vm: VirtualMachine; copy: string }): ReactElement => {
  const { t } = useSidecarTranslation();
  const impersonation = useImpersonation();
  const [isReading, setReading] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const read = async (): Promise<void> => {
    setReading(true);
    try {
      const xml = await readRunningXml(vm, impersonation);
      setAnswer(xml === undefined ? { kind: 'none' } : { kind: 'xml', xml });
    } catch (error) {
      setAnswer({ kind: 'failed', error });
    }
    setReading(false);
  };
  switch (answer?.kind) {
    case undefined:
      return (
        <Button variant="link" isInline isLoading={isReading} onClick={() => void read()}>
          {t('Compare with the running VM')}
        </Button>
      );
    case 'none':
      return <>{t('The domain XML of the running VM cannot be read now.')}</>;
    case 'failed':
      return (
        <FailureAlert error={answer.error} title={t('The domain XML of the running VM could not be read')} />
      );
    case 'xml':
      return (
        <DifferenceView
          difference={domainDiff(answer.xml, copy)}
          label={t('What the copy has other than the running VM')}
        />
      );
  }
};
