export { useActiveNamespace } from '../../../../namespace/useActiveNamespace';
