import type { ReactElement, ReactNode } from 'react';
import { useId } from 'react';
import { Card, CardBody, CardFooter, CardHeader, CardTitle } from '@patternfly/react-core';
import { useNavigate } from 'react-router';

interface ChoiceCardProps {
  title: string;
  text: string;
  link: string;
  labels?: ReactNode;
}

/** A card that leads to a page. */
export const ChoiceCard = ({ title, text, link, labels }: ChoiceCardProps): ReactElement => {
  const id = useId();
  const navigate = useNavigate();
  return (
    <Card id={id} isClickable isCompact isFullHeight>
      <CardHeader
        selectableActions={{
          selectableActionId: `${id}-action`,
          selectableActionAriaLabelledby: `${id}-title`,
          onClickAction: () => void navigate(link),
        }}
      >
        <CardTitle id={`${id}-title`}>{title}</CardTitle>
      </CardHeader>
      <CardBody>{text}</CardBody>
      {labels === undefined ? null : <CardFooter>{labels}</CardFooter>}
    </Card>
  );
};
