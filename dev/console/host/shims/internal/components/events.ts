export { ResourceEventStream as WrappedResourceEventStream } from '../../../events/ResourceEventStream';
