import { ActionServiceProvider } from '../../../../../actions/ActionServiceProvider';

export default ActionServiceProvider;
