import { ErrorPage } from '../../../../../../layout/ErrorPage';

export default ErrorPage;
