import type { ReactElement } from 'react';

const FeatureGateTab = (): ReactElement => <></>;

export default FeatureGateTab;
