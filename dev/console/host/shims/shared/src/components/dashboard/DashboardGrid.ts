import { notOffered } from '../../../../NotOffered';

export default notOffered('OverviewGrid');
