export { ResourceYamlEditor as AsyncResourceYAMLEditor } from '../../../editor/ResourceYamlEditor';
