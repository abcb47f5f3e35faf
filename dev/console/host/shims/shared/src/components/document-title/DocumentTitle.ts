export { DocumentTitle } from '../../../../../layout/DocumentTitle';
