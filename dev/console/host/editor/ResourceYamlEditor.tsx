import type { K8sResourceCommon, K8sResourceKind } from '@openshift-console/dynamic-plugin-sdk';
import type { Language } from '@patternfly/react-code-editor';
import {
  ActionList,
  ActionListGroup,
  ActionListItem,
  Alert,
  AlertActionLink,
  Bullseye,
  Button,
  PageSection,
  Spinner,
  Title,
} from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { Suspense, useState } from 'react';
import { parse, stringify } from 'yaml';
import { AsyncCodeEditor } from './AsyncCodeEditor';
import { useSaveResource } from './useSaveResource';
import { errorText } from '../layout/errorText';

/** A string instead of the enum, which would load all of Monaco on every page. */
const YAML = 'yaml' as unknown as Language;

interface ResourceYamlEditorProps {
  initialResource: K8sResourceKind;
  header?: string;
  /** Called with the text instead of a request to the API server. */
  onSave?: (content: string) => void;
  readOnly?: boolean;
  create?: boolean;
  onChange?: (content: string) => void;
  hideHeader?: boolean;
}

const asYaml = (object: K8sResourceCommon): string => {
  // The console hides managed fields too.
  const metadata = { ...object.metadata };
  delete metadata.managedFields;
  return stringify({ ...object, metadata }, { lineWidth: 0 });
};

/**
 * An object as YAML, to edit and save. Changes by others never replace the user's text: they are announced, and the user
 * decides whether to reload. The API server refuses to overwrite them (409).
 */
export const ResourceYamlEditor = ({
  initialResource,
  header,
  onSave,
  readOnly = false,
  create = false,
  onChange,
  hideHeader = false,
}: ResourceYamlEditorProps): ReactElement => {
  const [base, setBase] = useState(initialResource);
  const [text, setText] = useState(() => asYaml(initialResource));
  const [parseError, setParseError] = useState<string>();
  const { save, result, isPending, reset } = useSaveResource(create);
  const isStale = initialResource.metadata?.resourceVersion !== base.metadata?.resourceVersion;

  const reload = (): void => {
    setBase(initialResource);
    setText(asYaml(initialResource));
    setParseError(undefined);
    reset();
  };
  const submit = (): void => {
    setParseError(undefined);
    if (onSave !== undefined) {
      onSave(text);
      return;
    }
    try {
      const edited = parse(text) as K8sResourceKind;
      void save(edited).then((saved) => {
        if (saved !== undefined) {
          setBase(saved);
          setText(asYaml(saved));
        }
      });
    } catch (error) {
      setParseError(errorText(error));
    }
  };

  return (
    <PageSection hasBodyWrapper={false} className="ech-yaml-editor">
      {hideHeader || header === undefined ? null : <Title headingLevel="h1">{header}</Title>}
      <Suspense
        fallback={
          <Bullseye>
            <Spinner aria-label="Loading the editor" />
          </Bullseye>
        }
      >
        <AsyncCodeEditor
          value={text}
          language={YAML}
          minHeight="max(320px, calc(100dvh - 480px))"
          isReadOnly={readOnly}
          isCopyEnabled
          isDownloadEnabled
          showShortcuts
          onSave={submit}
          onChange={(value) => {
            setText(value);
            onChange?.(value);
          }}
        />
      </Suspense>
      {parseError === undefined ? null : (
        <Alert isInline variant="danger" title="This is not valid YAML">
          {parseError}
        </Alert>
      )}
      {result?.kind === 'failed' ? <Alert isInline variant="danger" title={result.message} /> : null}
      {result?.kind === 'saved' && !isStale ? <Alert isInline variant="success" title="Saved" /> : null}
      {isStale && result?.kind !== 'saved' ? (
        <Alert
          isInline
          variant="info"
          title="This object has changed on the cluster"
          actionLinks={<AlertActionLink onClick={reload}>Reload and lose my edits</AlertActionLink>}
        />
      ) : null}
      {readOnly ? null : (
        <ActionList>
          <ActionListGroup>
            <ActionListItem>
              <Button isLoading={isPending} isDisabled={isPending} onClick={submit}>
                {create ? 'Create' : 'Save'}
              </Button>
            </ActionListItem>
            <ActionListItem>
              <Button variant="secondary" onClick={reload}>
                Reload
              </Button>
            </ActionListItem>
          </ActionListGroup>
        </ActionList>
      )}
    </PageSection>
  );
};
