import type { ReactElement } from 'react';
import { useState } from 'react';
import { Button } from '@patternfly/react-core';
import { useSidecarTranslation } from '../i18n';

/** Number of characters of a long text that are shown at first. */
const SHOWN = 300;

/** A text of others, of which only the beginning is shown if it is long. */
export const FoldedText = ({ text }: { text: string }): ReactElement => {
  const { t } = useSidecarTranslation();
  const [isOpen, setOpen] = useState(false);
  if (text.length <= SHOWN) {
    return <p>{text}</p>;
  }
  return (
    <>
      <p>{isOpen ? text : `${text.slice(0, SHOWN)}…`}</p>
      <Button
        variant="link"
        isInline
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {isOpen ? t('Show less') : t('Show the whole message')}
      </Button>
    </>
  );
};
