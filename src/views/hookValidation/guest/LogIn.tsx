import type { ReactElement } from 'react';
import { memo } from 'react';
import { Content, Stack, StackItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { CopyBlock } from '../../../components/CopyBlock';
import { useHasKubeVirtPlugin } from '../../../features/vmTab/useHasKubeVirtPlugin';
import { useSidecarTranslation } from '../../../i18n';
import { guestManufacturerCommand } from '../../../sidecars/plans/commands';
import { shellCommand } from '../../../sidecars/text/shellQuote';

/** Does not need root. */
const BOARD_VENDOR_COMMAND = 'cat /sys/class/dmi/id/board_vendor';

/** Instructions to check the guest by hand. */
export const LogIn = memo(({ namespace, name }: { namespace: string; name: string }): ReactElement => {
  const { t } = useSidecarTranslation();
  // kubevirt-plugin's page of the VM has the console tab.
  const hasConsoleTab = useHasKubeVirtPlugin();
  const path = `/k8s/ns/${namespace}/kubevirt.io~v1~VirtualMachine/${name}/console`;
  return (
    <Stack hasGutter>
      <StackItem>
        <Content component="p">{t('Or log in to it:')}</Content>
      </StackItem>
      {hasConsoleTab ? (
        <StackItem>
          <Link to={path}>{t('Open the console of {{name}}', { name })}</Link>
        </StackItem>
      ) : null}
      <StackItem>
        <CopyBlock
          label={t('Command that opens the console')}
          text={shellCommand('virtctl', 'console', name, '-n', namespace)}
        />
      </StackItem>
      <StackItem>
        <Content component="p">
          {t('Then read the manufacturer of the baseboard, as root or as any other user:')}
        </Content>
      </StackItem>
      <StackItem>
        <CopyBlock label={t('Command for root in the guest')} text={guestManufacturerCommand} />
      </StackItem>
      <StackItem>
        <CopyBlock label={t('Command for any user in the guest')} text={BOARD_VENDOR_COMMAND} />
      </StackItem>
      <StackItem>
        <Content component="p">
          {t('With the example script of the guide, both print “Radical Edward”.')}
        </Content>
      </StackItem>
    </Stack>
  );
});
