import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { Alert, AlertActionLink, Content, PageSection } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { errorText } from '../layout/errorText';
import type { ConnectionState } from './terminal';

const TEXTS: Record<ConnectionState, string> = {
  connecting: 'Connecting to the serial console …',
  open: 'Connected to the serial console. Who connects after you takes it from you.',
  ended: 'The console was closed: the VM stopped, or somebody else connected to it.',
  refused:
    'There is no serial console to connect to. The VM must run, and for real: in the embedded cluster by npm start -- --libvirt.',
};

/** The serial console of a VM's running instance. */
export const SerialConsoleTab = ({ obj }: { obj?: K8sResourceCommon }): ReactElement => {
  const { namespace = '', name = '' } = obj?.metadata ?? {};
  const screen = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<ConnectionState>('connecting');
  const [problem, setProblem] = useState<string>();
  const [round, setRound] = useState(0);

  useEffect(() => {
    let close: (() => void) | undefined;
    let left = false;
    setState('connecting');
    // The terminal's code is large, so it is loaded when the first console is shown.
    import('./terminal').then(
      ({ openTerminal }) => {
        if (!left && screen.current !== null) {
          close = openTerminal(screen.current, { namespace, name }, setState);
        }
      },
      (error: unknown) => {
        setProblem(errorText(error));
      },
    );
    return () => {
      left = true;
      close?.();
    };
  }, [namespace, name, round]);

  const isClosed = state === 'ended' || state === 'refused';
  return (
    <PageSection hasBodyWrapper={false}>
      {isClosed || problem !== undefined ? (
        <Alert
          isInline
          isLiveRegion
          variant="info"
          title={problem ?? TEXTS[state]}
          actionLinks={
            <AlertActionLink
              onClick={() => {
                setProblem(undefined);
                setRound((before) => before + 1);
              }}
            >
              Connect again
            </AlertActionLink>
          }
        />
      ) : (
        <Content component="p">{TEXTS[state]}</Content>
      )}
      <div ref={screen} className="ech-terminal" data-test="serial-console" />
    </PageSection>
  );
};
