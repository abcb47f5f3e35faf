import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { getGroupVersionKindForResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import { resourceURL } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-utils';
import {
  Alert,
  Button,
  Form,
  FormGroup,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextArea,
} from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useModel } from '../resource/useModel';
import { coFetchJSON } from '../shims/shared/src/utils/console-fetch';
import { formatKeyValues, isMultiLine, keyValuePatch, parseKeyValues } from './keyValuePatch';
import { errorText } from '../layout/errorText';

/** The object whose labels or annotations are edited. */
export interface KeyValueTarget {
  resource: K8sResourceCommon;
  field: 'labels' | 'annotations';
}

/** Edits labels or annotations as lines of `key=value`. */
export const KeyValueModal = ({
  resource,
  field,
  closeOverlay,
}: KeyValueTarget & { closeOverlay: () => void }): ReactElement => {
  const model = useModel(getGroupVersionKindForResource(resource));
  // The values when the dialog opened; the patch's test fails if others change them later.
  const [seen] = useState(resource.metadata?.[field]);
  const entries = Object.entries(seen ?? {});
  const kept = Object.fromEntries(entries.filter(([, value]) => isMultiLine(value)));
  const [text, setText] = useState(() =>
    formatKeyValues(Object.fromEntries(entries.filter(([, value]) => !isMultiLine(value)))),
  );
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<string>();

  const save = async (): Promise<void> => {
    const parsed = parseKeyValues(text);
    if ('badLine' in parsed) {
      setProblem(`“${parsed.badLine}” is not of the form key=value.`);
      return;
    }
    if (model === undefined) {
      return;
    }
    setIsPending(true);
    setProblem(undefined);
    try {
      const { namespace: ns, name } = resource.metadata ?? {};
      await coFetchJSON(resourceURL(model, { ...(ns && { ns }), ...(name && { name }) }), 'PATCH', {
        headers: { 'Content-Type': 'application/json-patch+json' },
        body: JSON.stringify(keyValuePatch(field, seen, { ...kept, ...parsed.values })),
      });
      closeOverlay();
    } catch (failure) {
      setProblem(errorText(failure));
      setIsPending(false);
    }
  };

  const title = `Edit ${field}`;
  return (
    <Modal isOpen variant="medium" onClose={closeOverlay} aria-label={title}>
      <ModalHeader title={title} description={`${resource.kind ?? ''} ${resource.metadata?.name ?? ''}`} />
      <ModalBody>
        <Form>
          <FormGroup label="One a line, as key=value" fieldId="key-values">
            <TextArea
              id="key-values"
              rows={10}
              resizeOrientation="vertical"
              value={text}
              onChange={(_event, value) => {
                setText(value);
              }}
            />
          </FormGroup>
          {Object.keys(kept).length === 0 ? null : (
            <Alert
              isInline
              isPlain
              variant="info"
              title={`Kept as they are, since they have several lines: ${Object.keys(kept).join(', ')}`}
            />
          )}
          {problem === undefined ? null : <Alert isInline variant="danger" title={problem} />}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button isLoading={isPending} isDisabled={isPending} onClick={() => void save()}>
          Save
        </Button>
        <Button variant="link" onClick={closeOverlay}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
};
