import type { ReactElement } from 'react';
import { parseSidecars } from '../../sidecars/annotation/annotation';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { templateAnnotation } from '../../sidecars/objects/vm';
import { AttachForm } from './AttachForm';
import { MalformedDialog } from './MalformedDialog';
import type { ChosenScript } from './useAttachSidecar';

interface AttachDialogProps {
  vm: VirtualMachine;
  index: number | undefined;
  script?: ChosenScript | undefined;
  closeOverlay: () => void;
}

/** The form, or the text of an unreadable annotation, which must not be overwritten. */
export const AttachDialog = ({ vm, index, script, closeOverlay }: AttachDialogProps): ReactElement => {
  const parsed = parseSidecars(templateAnnotation(vm));
  return parsed.kind === 'malformed' ? (
    <MalformedDialog vm={vm} parsed={parsed} onClose={closeOverlay} />
  ) : (
    <AttachForm vm={vm} index={index} script={script} closeOverlay={closeOverlay} />
  );
};
