export { AsyncCodeEditor } from '../../../editor/AsyncCodeEditor';
